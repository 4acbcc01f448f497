// In the place of Daily's call machine: what daily-js asks of it, answered as daily-js wants to be answered.
(() => {
  const id = window._daily.pendings.shift();
  const instance = window._daily.instances[id];
  const state = { local: { public: {}, streams: {} }, streams: {}, participants: {} };
  instance.callMachine = { store: { getState: () => state }, reset: () => undefined };
  const say = (action, body = {}) => window.postMessage({ what: 'iframe-call-message', action, callClientId: id, from: 'embedded', ...body }, location.origin);
  say('call-machine-initialized');
  const ours = { audio: null, video: null, screen: null };
  const on = { audio: false, video: false };
  let me = null;
  let peers = null;

  const one = (session_id, user_id, local, now, tracks) => {
    const playable = (slot) => now[slot] && tracks[slot];
    const track = (slot) => ({ state: playable(slot) ? 'playable' : 'off', subscribed: true });
    return {
      session_id, user_id, user_name: 'Somebody', local, owner: false, audio: Boolean(playable('audio')), video: Boolean(playable('video')), screen: Boolean(playable('screen')),
      tracks: { audio: track('audio'), video: track('video'), screenVideo: track('screen'), screenAudio: { state: 'off' } },
    };
  };
  const myself = () => one(me.session, me.user, true, { ...on, screen: ours.screen !== null }, ours);
  const them = ({ session, user, on: now, tracks }) => {
    for (const [slot, track] of Object.entries(tracks)) {
      state.streams[session + slot] = { participantId: session, type: slot === 'screen' ? 'screen' : 'cam', pendingTrack: track, starttime: 0 };
    }
    return one(session, user, false, now, tracks);
  };
  const leave = () => {
    peers?.close();
    peers = null;
  };
  const fatal = (type) => {
    leave();
    say('error', { errorMsg: type, error: { type, msg: type } });
  };
  const join = ({ url, token }) => {
    const claims = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(token.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))));
    if (!url.endsWith('/' + claims.room_name)) return fatal('not-allowed');
    if (claims.exp * 1000 < Date.now()) return fatal('exp-token');
    me = { room: claims.room_name, session: crypto.randomUUID(), user: claims.user_id };
    let joined = false;
    const meet = (other, action) => { if (joined) say(action, { participant: them(other) }); };
    const early = [];
    peers = window.standInPeers('https://standin.daily.co/post', me, {
      came: (other) => (joined ? meet(other, 'participant-joined') : early.push(other)),
      changed: (other) => meet(other, 'participant-updated'),
      went: (other) => say('participant-left', { participant: them(other) }),
      thrownOut: () => fatal('ejected'),
      round: () => {
        if (joined) return;
        joined = true;
        say('joined-meeting', { participants: { local: myself(), ...Object.fromEntries(early.map((other) => [other.session, them(other)])) } });
      },
    });
    return undefined;
  };
  const turn = (kind, now) => {
    on[kind] = now;
    if (kind === 'audio' && ours.audio) ours.audio.enabled = now;
    peers?.send(kind, now ? ours[kind] : null);
  };
  window.addEventListener('message', ({ data }) => {
    if (data?.what !== 'iframe-call-message' || data.from !== 'module' || data.callClientId !== id) return;
    const answer = (body) => say(data.action, { callbackStamp: data.callbackStamp, ...body });
    switch (data.action) {
      case 'join-meeting': return join(data.properties);
      case 'leave-meeting':
        leave();
        return say('left-meeting');
      case 'set-input-devices':
        if (data.audioDeviceId) ours.audio = instance.tracks.audioTrack;
        if (data.videoDeviceId) ours.video = instance.tracks.videoTrack;
        for (const kind of ['audio', 'video']) if (on[kind]) peers?.send(kind, ours[kind]);
        return answer({ camera: {}, mic: {}, speaker: {} });
      case 'local-audio': return turn('audio', data.state);
      case 'local-video': return turn('video', data.state);
      case 'local-screen-start':
        ours.screen = instance.tracks.screenMediaStream.getVideoTracks()[0];
        return peers?.send('screen', ours.screen);
      case 'local-screen-stop':
        ours.screen = null;
        return peers?.send('screen', null);
      case 'get-calc-stats': return answer({ stats: { latest: { recvBitsPerSecond: 500_000, sendBitsPerSecond: 500_000 } } });
      default: return undefined;
    }
  });
})();
