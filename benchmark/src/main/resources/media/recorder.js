// Runs before the page's own scripts and writes down what arrives: every frame shown, counters twice a second, marker tones.
(() => {
  const now = () => performance.timeOrigin + performance.now();
  const STATS_EVERY = 500;
  const record = { clicks: [], frames: [], samples: [], tones: [], connections: [] };
  const peers = [];
  const begins = new WeakMap();
  const remote = new WeakSet();
  const counters = new Map();

  addEventListener('click', () => record.clicks.push(now()), { capture: true });

  const Real = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Real {
    constructor(configuration) {
      super(configuration);
      const life = { began: 0, connected: 0 };
      record.connections.push(life);
      begins.set(this, () => { life.began ||= now(); });
      peers.push(this);
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected') life.connected ||= now();
      });
      this.addEventListener('track', ({ track }) => {
        if (track.kind === 'video') remote.add(track);
        else void listen(track);
      });
    }
  };

  // A connection begins with the first description: one that was made early and waits has not begun.
  for (const step of ['setLocalDescription', 'setRemoteDescription']) {
    const real = Real.prototype[step];
    Real.prototype[step] = function (...description) {
      begins.get(this)?.();
      return real.apply(this, description);
    };
  }

  // Frames: when each was shown, how many lines it had, how many were shown since the last we were called for. Two pictures
  // that move on one page make a browser call back less often than it shows something new.
  const watched = new WeakSet();
  const watch = (video) => {
    let before = 0;
    const next = () => video.requestVideoFrameCallback((at, frame) => {
      const shows = video.srcObject?.getVideoTracks().some((track) => remote.has(track));
      const more = before > 0 ? Math.max(1, frame.presentedFrames - before) : 1;
      before = frame.presentedFrames;
      if (shows) record.frames.push([performance.timeOrigin + frame.presentationTime, frame.height, more]);
      next();
    });
    next();
  };
  const look = () => {
    for (const video of document.querySelectorAll('video')) {
      if (watched.has(video)) continue;
      watched.add(video);
      watch(video);
    }
    setTimeout(look, 30);
  };
  look();

  // Counters of all connections together, those that are gone included.
  const COUNTED = {
    'inbound-rtp/video': ['bytesReceived', 'framesDecoded', 'freezeCount', 'totalFreezesDuration', 'packetsLost', 'packetsReceived', 'keyFramesDecoded'],
    'inbound-rtp/audio': ['bytesReceived', 'concealedSamples', 'silentConcealedSamples', 'totalSamplesReceived', 'packetsLost', 'packetsReceived', 'jitterBufferDelay', 'jitterBufferEmittedCount'],
    'outbound-rtp/video': ['bytesSent', 'framesSent'],
  };
  const read = async (peer, number, sample) => {
    const stats = await peer.getStats();
    const transport = [...stats.values()].find((s) => s.type === 'transport');
    for (const s of stats.values()) {
      const kind = `${s.type}/${s.kind}`;
      for (const name of COUNTED[kind] ?? []) counters.set(`${kind}/${name}#${number}/${s.id}`, s[name] ?? 0);
      if (kind === 'inbound-rtp/video' && (s.frameHeight ?? 0) > 0) sample.height = Math.max(sample.height ?? 0, s.frameHeight);
      if (kind === 'outbound-rtp/video' && s.active !== false && s.frameHeight) {
        sample.sentHeight = Math.max(sample.sentHeight ?? 0, s.frameHeight);
        sample.limitation = s.qualityLimitationReason;
      }
      if (s.id === transport?.selectedCandidatePairId) {
        sample.rtt = s.currentRoundTripTime;
        sample.available = s.availableOutgoingBitrate;
        const local = stats.get(s.localCandidateId);
        sample.way = `${local?.candidateType ?? ''}/${local?.relayProtocol ?? local?.protocol ?? ''}`;
      }
    }
  };
  const sample = async () => {
    const taken = { at: now() };
    for (const [number, peer] of peers.entries()) {
      if (peer.connectionState !== 'closed') await read(peer, number, taken).catch(() => undefined);
    }
    for (const [key, value] of counters) {
      const name = key.slice(0, key.indexOf('#'));
      taken[name] = (taken[name] ?? 0) + value;
    }
    record.samples.push(taken);
  };
  setInterval(() => void sample(), STATS_EVERY);

  // Marker tones in what is heard.
  let ear;
  const listen = async (track) => {
    try {
      ear ??= (async () => {
        const context = new AudioContext({ sampleRate: 48000 });
        await context.audioWorklet.addModule(URL.createObjectURL(new Blob([window.__earWorklet], { type: 'text/javascript' })));
        return context;
      })();
      const context = await ear;
      const node = new AudioWorkletNode(context, 'marker-ear', { numberOfOutputs: 0 });
      node.port.onmessage = ({ data }) => record.tones.push([now(), data]);
      context.createMediaStreamSource(new MediaStream([track])).connect(node);
    } catch (failure) {
      record.deaf = String(failure);
    }
  };

  window.__recorder = { record, take: () => JSON.stringify(record) };
})();
