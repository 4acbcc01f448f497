// Runs before the page's own scripts and writes down when each numbered picture and each marker tone left the camera and
// the microphone, and when the other side's were shown and heard.
(() => {
  const BITS = 8;
  const ROW = 0.15;
  const BRIGHT = 128;
  const now = () => performance.timeOrigin + performance.now();
  const record = { clicks: [], frames: [], filmed: [], shown: [], spoken: [], heard: [], kept: [] };
  const remote = new WeakSet();
  const peers = [];

  addEventListener('click', () => record.clicks.push(now()), { capture: true });

  // The number, where it matches its complement; read from 2 × BITS brightnesses.
  const numberOf = (bright) => {
    let number = 0;
    for (let bit = 0; bit < BITS; bit += 1) {
      const one = bright(bit, 0) > BRIGHT;
      if (one === bright(bit, 1) > BRIGHT) return -1;
      number = number * 2 + (one ? 1 : 0);
    }
    return number;
  };

  // What the camera gives: a copy of its track, so that the page's own is not touched.
  let films = 0;
  const film = async (track) => {
    const id = films++;
    const reader = new MediaStreamTrackProcessor({ track: track.clone() }).readable.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const frame = next.value;
      const at = now();
      const { codedWidth: width, codedHeight: height, timestamp } = frame;
      const rect = { x: 0, y: 0, width, height: 2 * Math.round(height * ROW) };
      const pixels = new Uint8Array(frame.allocationSize({ rect }));
      const [luma] = await frame.copyTo(pixels, { rect });
      frame.close();
      const number = numberOf((bit, row) =>
        pixels[luma.offset + luma.stride * Math.round(height * ROW * (row + 0.5)) + Math.round((width * (bit + 0.5)) / BITS)]);
      if (number >= 0) record.filmed.push([at, number, timestamp / 1000, id]);
    }
  };

  let context;
  const listen = async (track, into) => {
    try {
      context ??= (async () => {
        const made = new AudioContext({ sampleRate: 48000, latencyHint: 'interactive' });
        await made.audioWorklet.addModule(URL.createObjectURL(new Blob([window.__earWorklet], { type: 'text/javascript' })));
        return made;
      })();
      const node = new AudioWorkletNode(await context, 'onset-ear', { numberOfOutputs: 0 });
      node.port.onmessage = ({ data }) => into.push(data);
      (await context).createMediaStreamSource(new MediaStream([track])).connect(node);
    } catch (failure) {
      record.deaf = String(failure);
    }
  };

  const ask = MediaDevices.prototype.getUserMedia;
  MediaDevices.prototype.getUserMedia = async function (wishes) {
    const stream = await ask.call(this, wishes);
    for (const track of stream.getTracks()) {
      if (track.kind === 'video') void film(track).catch((failure) => { record.deaf = String(failure); });
      else void listen(track.clone(), record.spoken);
    }
    return stream;
  };

  const Real = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Real {
    constructor(configuration) {
      super(configuration);
      peers.push(this);
      this.addEventListener('track', ({ track }) => {
        if (track.kind === 'video') remote.add(track);
        else void listen(track, record.heard);
      });
    }
  };

  const canvas = new OffscreenCanvas(BITS, 2);
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  drawing.imageSmoothingEnabled = false;
  const watched = new WeakSet();
  const watch = (video) => {
    const next = () => video.requestVideoFrameCallback((at, frame) => {
      const { width, height } = frame;
      if (video.srcObject?.getVideoTracks().some((track) => remote.has(track))) {
        drawing.drawImage(video, 0, 0, width, 2 * ROW * height, 0, 0, BITS, 2);
        const { data } = drawing.getImageData(0, 0, BITS, 2);
        const number = numberOf((bit, row) => data[4 * (row * BITS + bit) + 1]);
        record.frames.push([performance.timeOrigin + frame.presentationTime, height]);
        if (number >= 0) record.shown.push([performance.timeOrigin + frame.presentationTime, number]);
      }
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

  // How long the browser keeps what arrives before it shows or plays it: sums since the beginning.
  setInterval(async () => {
    for (const peer of peers.filter(({ connectionState }) => connectionState === 'connected')) {
      for (const { type, kind, id, jitterBufferDelay, jitterBufferEmittedCount } of (await peer.getStats()).values()) {
        if (type === 'inbound-rtp' && jitterBufferEmittedCount > 0) record.kept.push([now(), kind, id, jitterBufferDelay, jitterBufferEmittedCount]);
      }
    }
  }, 1_000);

  window.__recorder = { record, peers, take: () => JSON.stringify(record) };
})();
