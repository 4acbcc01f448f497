import type { CameraResult } from "./results";

const PICTURE_WITHIN = 5_000;
const LOOK_EVERY = 300;
const WIDTH = 32;
const HEIGHT = 24;

/** Looks until there is a picture that is not black. Says after a while what there is instead, and goes on looking. */
export async function lookAt(track: MediaStreamTrack, signal: AbortSignal, onResult: (result: CameraResult) => void): Promise<void> {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  void video.play().catch(() => undefined);
  const patience = performance.now() + PICTURE_WITHIN;
  while (!signal.aborted) {
    const pixels = grab(video);
    if (pixels && !isDark(pixels)) {
      onResult("WORKS");
      break;
    }
    if (performance.now() > patience) onResult(pixels ? "DARK" : "NO_PICTURE");
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  video.srcObject = null;
}

function grab(video: HTMLVideoElement): Uint8ClampedArray | null {
  if (video.videoWidth === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context?.drawImage(video, 0, 0, WIDTH, HEIGHT);
  return context?.getImageData(0, 0, WIDTH, HEIGHT).data ?? null;
}

/** A lens that is covered shows next to nothing anywhere; a dim room still has a lamp, a screen, a face. */
export function isDark(pixels: ArrayLike<number>): boolean {
  let bright = 0;
  for (let at = 0; at + 2 < pixels.length; at += 4) {
    const light = 0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
    if (light > 24) bright++;
  }
  return bright < pixels.length / 4 / 100;
}
