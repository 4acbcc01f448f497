import type { Scope } from "../core/scope";
import type { Box } from "./layout";

interface Face { video: HTMLVideoElement; track: MediaStreamTrack; shownUpTo: number }

/** The moving pictures that go into the composition; each decodes nothing anew, the browser does that once a track. */
export class Faces {
  private readonly faces = new Map<string, Face>();

  constructor(scope: Scope) {
    scope.onClose(() => this.keep([]));
  }

  /** @returns null while there is no picture */
  show(box: Box, track: MediaStreamTrack | null): HTMLVideoElement | null {
    const key = keyOf(box);
    const known = this.faces.get(key);
    if (known && known.track !== track) this.drop(key);
    if (!track || track.readyState === "ended") return null;
    if (known?.track !== track) this.open(key, track);
    return this.of(box);
  }

  of(box: Box): HTMLVideoElement | null {
    const video = this.faces.get(keyOf(box))?.video;
    return video && video.videoWidth > 0 && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? video : null;
  }

  /** Whether the picture has gone on since this was last asked. */
  moved(box: Box): boolean {
    const face = this.faces.get(keyOf(box));
    if (!face) return false;
    const { currentTime } = face.video;
    const moved = currentTime !== face.shownUpTo;
    face.shownUpTo = currentTime;
    return moved;
  }

  keep(boxes: readonly Box[]): void {
    const wanted = new Set(boxes.map(keyOf));
    for (const key of this.faces.keys()) if (!wanted.has(key)) this.drop(key);
  }

  private open(key: string, track: MediaStreamTrack): void {
    const video = document.createElement("video");
    video.muted = true;
    video.playsInline = true;
    video.srcObject = new MediaStream([track]);
    void video.play().catch(() => undefined);
    this.faces.set(key, { video, track, shownUpTo: -1 });
  }

  private drop(key: string): void {
    const face = this.faces.get(key);
    if (face) face.video.srcObject = null;
    this.faces.delete(key);
  }
}

function keyOf({ kind, id }: Box): string {
  return `${kind}:${id}`;
}
