// Remembers when somebody clicked, and when the first frame of the other side's picture was shown in a video element.
(() => {
  const remote = new WeakSet();
  const watched = new WeakSet();
  const now = () => performance.timeOrigin + performance.now();
  window.__times = { click: 0, frame: 0 };
  addEventListener('click', () => { window.__times.click = now(); }, { capture: true });
  const Real = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Real {
    constructor(configuration) {
      super(configuration);
      this.addEventListener('track', ({ track }) => { if (track.kind === 'video') remote.add(track); });
    }
  };
  const look = () => {
    for (const video of document.querySelectorAll('video')) {
      const shows = video.srcObject?.getVideoTracks().some((track) => remote.has(track));
      if (shows && !watched.has(video)) {
        watched.add(video);
        video.requestVideoFrameCallback(() => { window.__times.frame ||= now(); });
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
