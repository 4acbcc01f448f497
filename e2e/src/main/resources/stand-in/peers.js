// The media of a stand-in: one connection from browser to browser for each other page in the room; letters go by the post.
window.standInPeers = (post, me, on) => {
  const SLOTS = ['audio', 'video', 'screen'];
  const others = new Map();
  const outbox = [];
  const tracks = { audio: null, video: null, screen: null };
  let closed = false;

  const gathered = (peer) => new Promise((done) => {
    const look = () => { if (peer.iceGatheringState === 'complete') done(); };
    peer.addEventListener('icegatheringstatechange', look);
    look();
  });
  const write = (to, letter) => outbox.push({ to, from: me.session, ...letter });
  const switchedOn = () => Object.fromEntries(SLOTS.map((slot) => [slot, tracks[slot] !== null]));
  const describe = async (other) => {
    await other.peer.setLocalDescription();
    await gathered(other.peer);
    write(other.session, { description: other.peer.localDescription.toJSON() });
  };
  const meet = async ({ session, user }) => {
    const peer = new RTCPeerConnection();
    const other = { session, user, peer, on: { audio: false, video: false, screen: false }, tracks: {} };
    others.set(session, other);
    peer.addEventListener('track', ({ transceiver, track }) => {
      other.tracks[SLOTS[peer.getTransceivers().indexOf(transceiver)]] = track;
      on.changed(other);
    });
    on.came(other);
    write(session, { on: switchedOn() });
    if (me.session > session) return;
    for (const slot of SLOTS) await peer.addTransceiver(slot === 'audio' ? 'audio' : 'video').sender.replaceTrack(tracks[slot]);
    await describe(other);
  };
  const read = async ({ from, description, on: now }) => {
    const other = others.get(from);
    if (!other) return;
    if (now) other.on = now;
    if (description) {
      await other.peer.setRemoteDescription(description);
      if (description.type === 'offer') {
        for (const [at, transceiver] of other.peer.getTransceivers().entries()) {
          transceiver.direction = 'sendrecv';
          await transceiver.sender.replaceTrack(tracks[SLOTS[at]]);
        }
        await describe(other);
      }
    }
    on.changed(other);
  };
  const round = async () => {
    const letters = outbox.splice(0);
    const answer = await fetch(post, { method: 'POST', body: JSON.stringify({ ...me, letters }) }).then((response) => response.json());
    if (closed) return;
    if (!answer.people.some(({ session }) => session === me.session)) return on.thrownOut();
    const here = answer.people.filter(({ session }) => session !== me.session);
    for (const one of here) if (!others.has(one.session)) await meet(one);
    for (const other of [...others.values()]) {
      if (here.some(({ session }) => session === other.session)) continue;
      others.delete(other.session);
      other.peer.close();
      on.went(other);
    }
    for (const letter of answer.letters) await read(letter);
    on.round(answer);
  };
  const rounds = async () => {
    while (!closed) {
      await round().catch((error) => console.warn('stand-in', String(error)));
      await new Promise((later) => setTimeout(later, 100));
    }
  };
  void rounds();
  return {
    send(slot, track) {
      tracks[slot] = track;
      for (const { session, peer } of others.values()) {
        void peer.getTransceivers()[SLOTS.indexOf(slot)]?.sender.replaceTrack(track);
        write(session, { on: switchedOn() });
      }
    },
    film(wanted) {
      void fetch(post, { method: 'POST', body: JSON.stringify({ ...me, film: wanted }) });
    },
    close() {
      if (closed) return;
      closed = true;
      for (const { peer } of others.values()) peer.close();
      void fetch(post, { method: 'POST', keepalive: true, body: JSON.stringify({ ...me, bye: true }) }).catch(() => undefined);
    },
  };
};
