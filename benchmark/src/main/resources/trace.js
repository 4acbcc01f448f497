// Writes down what happens on the way from a click to a picture, for `./bench trace`.
(() => {
  const events = [];
  const now = () => performance.timeOrigin + performance.now();
  const mark = (what) => { events.push({ what, at: now() }); };
  window.__trace = events;
  const around = (owner, name, words) => {
    const real = owner[name];
    owner[name] = function (...args) {
      const what = words.call(this, ...args);
      mark(`${what} …`);
      const result = real.apply(this, args);
      void Promise.resolve(result).then(() => mark(`${what} done`), () => mark(`${what} failed`));
      return result;
    };
  };
  addEventListener('click', () => mark('click'), { capture: true });
  around(MediaDevices.prototype, 'getUserMedia', () => 'getUserMedia');
  around(MediaDevices.prototype, 'enumerateDevices', () => 'enumerateDevices');
  around(RTCRtpSender.prototype, 'replaceTrack', (track) => `replaceTrack ${track?.kind ?? 'nothing'}`);
  around(RTCRtpSender.prototype, 'setParameters', function () { return `setParameters ${this.track?.kind ?? 'nothing'}`; });
  for (const step of ['setLocalDescription', 'setRemoteDescription']) around(RTCPeerConnection.prototype, step, () => step);
  const fetched = window.fetch;
  window.fetch = (request, ...rest) => {
    const path = new URL(request.url ?? request, location.href).pathname.replace(/[0-9a-f-]{36}/g, '…');
    mark(`fetch ${path} …`);
    const result = fetched(request, ...rest);
    void result.then(() => mark(`fetch ${path} done`), () => undefined);
    return result;
  };
  const type = (text) => { try { const frame = JSON.parse(text); return frame.type ?? Object.keys(frame)[0]; } catch { return '?'; } };
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...args) {
      super(...args);
      mark('socket …');
      this.addEventListener('open', () => mark('socket open'));
      this.addEventListener('message', ({ data }) => mark(`heard ${type(data)}`));
    }
    send(text) {
      mark(`said ${type(text)}`);
      super.send(text);
    }
  };
  const Peer = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Peer {
    constructor(...args) {
      super(...args);
      mark('peer connection');
      this.addEventListener('connectionstatechange', () => mark(`peer ${this.connectionState}`));
      this.addEventListener('track', ({ track }) => {
        mark(`track ${track.kind}`);
        track.addEventListener('unmute', () => mark(`unmute ${track.kind}`));
      });
    }
  };
  const name = (file) => file.name.split('/').at(-1);
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) {
      events.push({ what: `long task of ${Math.round(task.duration)} ms`, at: performance.timeOrigin + task.startTime });
    }
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const file of list.getEntries().filter(({ name }) => name.includes('/assets/'))) {
      events.push({ what: `${name(file)} …`, at: performance.timeOrigin + file.startTime });
      events.push({ what: `${name(file)} there`, at: performance.timeOrigin + file.responseEnd });
    }
  }).observe({ type: 'resource', buffered: true });
  const watched = new WeakSet();
  const look = () => {
    for (const video of document.querySelectorAll('video')) {
      if (watched.has(video)) continue;
      watched.add(video);
      const name = video.dataset.testid ?? (video.id || 'video');
      mark(`<${name}> mounted`);
      for (const event of ['loadedmetadata', 'loadeddata', 'playing']) video.addEventListener(event, () => mark(`<${name}> ${event}`));
      video.requestVideoFrameCallback((_, frame) => {
        mark(`<${name}> shows a picture`);
        if (frame.receiveTime) events.push({ what: `<${name}> first frame received`, at: performance.timeOrigin + frame.receiveTime });
      });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
