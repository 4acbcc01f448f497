// Runs before the page's own scripts: remembers the page's peer connections so that a test can read their counters.
(() => {
  const Real = window.RTCPeerConnection;
  const peers = [];
  // window.__relayOnly: true for any relay, or what its address must contain, for example "turns:".
  const matching = (servers, part) =>
    servers?.map((one) => ({ ...one, urls: [one.urls].flat().filter((url) => url.includes(part)) })).filter((one) => one.urls.length > 0);
  const forced = (configuration) => {
    const wanted = window.__relayOnly;
    if (!wanted) return configuration;
    const iceServers = wanted === true ? configuration?.iceServers : matching(configuration?.iceServers, wanted);
    return { ...configuration, iceServers, iceTransportPolicy: 'relay' };
  };
  window.RTCPeerConnection = class extends Real {
    constructor(configuration) {
      super(forced(configuration));
      peers.push(this);
    }
    setConfiguration(configuration) {
      super.setConfiguration(forced(configuration));
    }
  };
  // What the page was given, and must give back.
  const given = [];
  for (const name of ['getUserMedia', 'getDisplayMedia']) {
    const real = navigator.mediaDevices?.[name].bind(navigator.mediaDevices);
    if (real) navigator.mediaDevices[name] = async (wanted) => {
      const stream = await real(wanted);
      given.push(...stream.getTracks());
      return stream;
    };
  }
  const locks = [];
  const lock = navigator.wakeLock?.request.bind(navigator.wakeLock);
  if (lock) navigator.wakeLock.request = async (kind) => {
    locks.push(await lock(kind));
    return locks.at(-1);
  };
  const living = () => peers.filter((peer) => peer.connectionState !== 'closed');
  window.__probe = {
    connections: () => living().length,
    made: () => peers.length,
    // What must be given back when a call is over; -1: this browser has no lock for the screen.
    holds: () => ({
      captures: given.filter((track) => track.readyState === 'live').length,
      connections: living().length,
      screenLocks: lock ? locks.filter((one) => !one.released).length : -1,
    }),
    restartOffer: async () => (await living()[0].createOffer({ iceRestart: true })).sdp,
    understands: (sdp) => living()[0].setRemoteDescription({ type: 'offer', sdp }),
    sending: () => living().flatMap((peer) => peer.getSenders()).filter(({ track }) => track?.readyState === 'live').length,
    async media() {
      const seen = { framesDecoded: 0, height: 0, audioEnergy: 0, framesSent: 0, packetsSent: 0, localType: '', remoteType: '', relayProtocol: '', voiceBytes: 0, voicePackets: 0, soundPlayed: 0, soundMadeUp: 0, screenFrames: 0, pictureFormat: '' };
      for (const peer of living()) {
        const stats = await peer.getStats();
        // Microphone, camera, screen.
        const screen = peer.getTransceivers()[2]?.receiver.track.id;
        const transport = [...stats.values()].find((s) => s.type === 'transport');
        for (const s of stats.values()) {
          if (s.type === 'outbound-rtp') seen.packetsSent += s.packetsSent ?? 0;
          if (s.type === 'outbound-rtp' && s.kind === 'audio') {
            seen.voiceBytes += s.bytesSent ?? 0;
            seen.voicePackets += s.packetsSent ?? 0;
          }
          if (s.type === 'inbound-rtp' && s.kind === 'video') {
            seen.framesDecoded += s.framesDecoded ?? 0;
            if (s.trackIdentifier === screen) seen.screenFrames += s.framesDecoded ?? 0;
            seen.height = Math.max(seen.height, s.frameHeight ?? 0);
          } else if (s.type === 'inbound-rtp' && s.kind === 'audio') {
            seen.audioEnergy += s.totalAudioEnergy ?? 0;
            seen.soundPlayed += s.totalSamplesReceived ?? 0;
            seen.soundMadeUp += Math.max(0, (s.concealedSamples ?? 0) - (s.silentConcealedSamples ?? 0));
          } else if (s.type === 'outbound-rtp' && s.kind === 'video') {
            seen.framesSent += s.framesSent ?? 0;
            if (s.framesSent > 0) seen.pictureFormat = stats.get(s.codecId)?.mimeType ?? '';
          } else if (s.type === 'candidate-pair' && (s.selected || s.id === transport?.selectedCandidatePairId)) {
            seen.localType = stats.get(s.localCandidateId)?.candidateType ?? '';
            seen.relayProtocol = stats.get(s.localCandidateId)?.relayProtocol ?? '';
            seen.remoteType = stats.get(s.remoteCandidateId)?.candidateType ?? '';
          }
        }
      }
      return seen;
    },
  };
})();
