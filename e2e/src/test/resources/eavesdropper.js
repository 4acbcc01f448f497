// A server that cannot be trusted sits between two pages: it ends the encryption of each and hands pictures and sound on.
window.eavesdropper = (() => {
  const sides = {};
  const side = (name) => (sides[name] ??= new RTCPeerConnection());
  const other = (name) => (name === 'doctor' ? 'patient' : 'doctor');
  const listening = new Map();
  const gathered = async (peer) => {
    await peer.setLocalDescription();
    if (peer.iceGatheringState === 'complete') return;
    await new Promise((done) => {
      peer.onicegatheringstatechange = () => { if (peer.iceGatheringState === 'complete') done(); };
    });
  };
  // Chromium decodes the sound of a connection only while somebody on the page plays it.
  const listen = (track) => {
    if (track.kind !== 'audio' || listening.has(track.id)) return;
    const player = new Audio();
    player.srcObject = new MediaStream([track]);
    player.muted = true;
    void player.play();
    listening.set(track.id, player);
  };
  const handOn = async (from, to) => {
    for (const [index, { receiver }] of from.getTransceivers().entries()) {
      const transceiver = to.getTransceivers()[index] ?? to.addTransceiver(receiver.track.kind);
      transceiver.direction = 'sendrecv';
      listen(receiver.track);
      await transceiver.sender.replaceTrack(receiver.track);
    }
  };
  return {
    /** That side's offer comes in; what the other side is offered instead. */
    async offered(name, sdp) {
      await side(name).setRemoteDescription({ type: 'offer', sdp });
      await handOn(side(name), side(other(name)));
      await gathered(side(other(name)));
      return side(other(name)).localDescription.sdp;
    },
    /** That side's answer comes in; what the other side is answered instead. */
    async answered(name, sdp) {
      await side(name).setRemoteDescription({ type: 'answer', sdp });
      await handOn(side(name), side(other(name)));
      await gathered(side(other(name)));
      return side(other(name)).localDescription.sdp;
    },
    async candidates(name, candidates) {
      for (const candidate of candidates) await side(name).addIceCandidate(candidate).catch(() => undefined);
    },
  };
})();
