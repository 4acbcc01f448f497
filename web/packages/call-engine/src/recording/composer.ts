import { heartbeat } from "../core/heartbeat";
import type { Scope } from "../core/scope";
import type { Effort } from "./effort";
import { Faces } from "./faces";
import { Labels } from "./labels";
import { fit, HEIGHT, layout, WIDTH, type Box, type Sitter } from "./layout";

const TICK = 1000 / 30;
const GROUND = "#0b1312";
/** How coarse the self-check looks. */
export const GRID = { width: 16, height: 9 };
/** A picture to recognise a recording by. */
const SMALL = { width: 640, height: 360 };

interface FrameSource { requestFrame: () => void }

export interface ComposerOptions {
  scope: Scope;
  sitters: () => readonly Sitter[];
  speaker: () => string | null;
  /** The time that stands in the picture. */
  clock: () => string;
}

/** Draws everybody into one picture. Driven by a worker's timer, so that it goes on while the page is in the background. */
export class Composer {
  readonly track: MediaStreamTrack;
  private readonly stream: Partial<FrameSource> & MediaStream;
  private readonly canvas = document.createElement("canvas");
  private readonly context: CanvasRenderingContext2D;
  private readonly probe = document.createElement("canvas");
  private readonly labels = new Labels();
  private readonly faces: Faces;
  private effort: Effort = { fps: 30, scale: 1 };
  private drawnAt = -Infinity;
  /** Frames and ms since they were last taken. */
  private drawn = 0;
  private spent = 0;

  constructor(private readonly options: ComposerOptions) {
    this.faces = new Faces(options.scope);
    this.context = this.canvas.getContext("2d", { alpha: false }) as CanvasRenderingContext2D;
    Object.assign(this.probe, GRID);
    this.resize();
    this.stream = this.canvas.captureStream(0);
    this.track = this.stream.getVideoTracks()[0] as MediaStreamTrack;
    options.scope.onClose(() => this.track.stop());
    heartbeat(options.scope, TICK, () => this.tick());
    this.draw();
  }

  setEffort(effort: Effort): void {
    const smaller = effort.scale !== this.effort.scale;
    this.effort = effort;
    if (smaller) this.resize();
  }

  /** @returns frames drawn of those wanted, and the share of the time it took, since the last question */
  strain(elapsed: number): { drawn: number; drawing: number } {
    const strain = { drawn: this.drawn / ((this.effort.fps * elapsed) / 1000), drawing: this.spent / elapsed };
    this.drawn = 0;
    this.spent = 0;
    return strain;
  }

  /** The large picture, coarse: as composed and as it came; null when none is there. */
  sample(): { composed: Uint8Array; source: Uint8Array; moved: boolean } | null {
    const box = this.boxes().find(({ large }) => large);
    const video = box && this.faces.of(box);
    if (!box || !video) return null;
    const { scale } = this.effort;
    const { target, source } = fit({ width: video.videoWidth, height: video.videoHeight }, box);
    // Away from names and clock, which change by themselves.
    const inner = { x: target.x + target.width * 0.1, y: target.y + target.height * 0.15, width: target.width * 0.6, height: target.height * 0.55 };
    const composed = this.brightness(this.canvas, inner.x * scale, inner.y * scale, inner.width * scale, inner.height * scale);
    return { composed, source: this.brightness(video, source.x, source.y, source.width, source.height), moved: this.faces.moved(box) };
  }

  /** As it stands now, small. */
  picture(): Promise<Blob | null> {
    const small = Object.assign(document.createElement("canvas"), SMALL);
    small.getContext("2d", { alpha: false })?.drawImage(this.canvas, 0, 0, SMALL.width, SMALL.height);
    return new Promise((done) => small.toBlob(done, "image/jpeg", 0.8));
  }

  private tick(): void {
    const now = performance.now();
    if (now - this.drawnAt < 1000 / this.effort.fps - TICK / 2) return;
    this.drawnAt = now;
    this.draw();
    this.drawn++;
    this.spent += performance.now() - now;
  }

  private draw(): void {
    const { context } = this;
    context.fillStyle = GROUND;
    context.fillRect(0, 0, WIDTH, HEIGHT);
    const boxes = this.boxes();
    for (const box of boxes) this.drawBox(box);
    context.drawImage(this.labels.of(this.options.clock(), 22), 16, 16);
    this.faces.keep(boxes);
    this.handOver();
  }

  /** Firefox asks the stream, everybody else the track. */
  private handOver(): void {
    const track = this.track as MediaStreamTrack & Partial<FrameSource>;
    if (track.requestFrame) track.requestFrame();
    else this.stream.requestFrame?.();
  }

  private drawBox(box: Box): void {
    const { context } = this;
    const sitter = this.options.sitters().find(({ id }) => id === box.id);
    if (!sitter) return;
    const video = this.faces.show(box, box.kind === "screen" ? sitter.screen : sitter.camera);
    if (video) {
      const { source, target } = fit({ width: video.videoWidth, height: video.videoHeight }, box);
      context.drawImage(video, source.x, source.y, source.width, source.height, target.x, target.y, target.width, target.height);
    } else {
      context.fillStyle = box.large ? GROUND : "#22403d";
      context.fillRect(box.x, box.y, box.width, box.height);
    }
    if (box.kind === "screen") return;
    const label = this.labels.of(sitter.name, box.large ? 26 : 18);
    context.drawImage(label, box.x + 12, box.y + box.height - label.height - 12);
  }

  private boxes(): Box[] {
    return layout(this.options.sitters(), this.options.speaker());
  }

  private resize(): void {
    const { scale } = this.effort;
    this.canvas.width = Math.round((WIDTH * scale) / 2) * 2;
    this.canvas.height = Math.round((HEIGHT * scale) / 2) * 2;
    this.context.setTransform(this.canvas.width / WIDTH, 0, 0, this.canvas.height / HEIGHT, 0, 0);
  }

  private brightness(from: CanvasImageSource, x: number, y: number, width: number, height: number): Uint8Array {
    const context = this.probe.getContext("2d", { alpha: false, willReadFrequently: true }) as CanvasRenderingContext2D;
    context.drawImage(from, x, y, width, height, 0, 0, GRID.width, GRID.height);
    const { data } = context.getImageData(0, 0, GRID.width, GRID.height);
    return Uint8Array.from({ length: GRID.width * GRID.height }, (_, at) => Math.max(data[at * 4] ?? 0, data[at * 4 + 1] ?? 0, data[at * 4 + 2] ?? 0));
  }
}
