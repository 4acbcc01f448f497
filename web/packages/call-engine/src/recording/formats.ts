/**
 * Best first. VP8 in WebM is what most browsers share, so that takes of different pages fit into one film; MP4 is what Safari has
 * had longest, and is shown as a part of its own where there are others.
 */
const FORMATS = [
  "video/webm;codecs=vp8,opus", "video/webm;codecs=vp9,opus", "video/webm;codecs=h264,opus",
  "video/mp4;codecs=avc1.42E01E,mp4a.40.2", "video/mp4;codecs=avc1.42E01E,opus", "video/mp4",
];

/** What this browser can record; null: nothing. */
export function recordingFormat(): string | null {
  if (typeof MediaRecorder !== "function" || typeof HTMLCanvasElement.prototype.captureStream !== "function") return null;
  return chosen((format) => MediaRecorder.isTypeSupported(format));
}

/** The best of what is supported; null: nothing that could be kept. */
export function chosen(supports: (format: string) => boolean): string | null {
  return FORMATS.find(supports) ?? null;
}
