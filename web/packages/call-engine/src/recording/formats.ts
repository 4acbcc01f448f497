/** Best first: what most browsers share, so that takes of different pages fit into one file. */
const FORMATS = [
  "video/webm;codecs=vp8,opus", "video/webm;codecs=vp9,opus", "video/webm;codecs=h264,opus",
  "video/mp4;codecs=avc1.42E01E,mp4a.40.2", "video/mp4",
];

/** What this browser can record; null: nothing. */
export function recordingFormat(): string | null {
  if (typeof MediaRecorder !== "function" || typeof HTMLCanvasElement.prototype.captureStream !== "function") return null;
  return FORMATS.find((format) => MediaRecorder.isTypeSupported(format)) ?? null;
}
