// A browser that records MP4 and nothing else, as Safari did for years.
(() => {
  const supported = MediaRecorder.isTypeSupported;
  MediaRecorder.isTypeSupported = (type) => type.startsWith('video/mp4') && supported.call(MediaRecorder, type);
})();
