import { Mailbox } from "../core/mailbox";
import { sha256, split, type Segment } from "./segment";

export interface TakeWriterOptions {
  recording: string;
  take: number;
  /** Server time in ms. */
  now: () => number;
  keep: (segment: Segment) => Promise<void>;
  /** Whether what begins so can be kept. */
  fits: (start: ArrayBuffer) => boolean;
  /** Whether the time is known: what was recorded around a computer's sleep is not kept. */
  holds?: () => boolean;
  /** How many bytes a part may have now. */
  largest?: () => number | undefined;
}

/** What the browser's recorder gives cannot be kept piece by piece. */
export class Unfit extends Error {}

/** Cuts what the recorder gives into numbered segments, each with its time and its digest, and hands them on in order. */
export class TakeWriter {
  private readonly mailbox = new Mailbox();
  private index = 0;
  private until: number;
  private stoppedAt = Infinity;
  /** A part could not be kept: nothing that follows it would be of use, but the end. */
  private lost = false;

  constructor(private readonly options: TakeWriterOptions) {
    this.until = options.now();
  }

  /** It begins now, and not when it was asked for. */
  started(): void {
    this.until = Math.max(this.until, this.options.now());
  }

  /** From now on nothing is recorded; what was recorded until now may still come. */
  stopped(): void {
    this.stoppedAt = Math.min(this.stoppedAt, this.options.now());
  }

  /** `final`: nothing follows. Rejects when the segment cannot be kept. */
  write(data: Blob, final: boolean): Promise<void> {
    if (!(this.options.holds?.() ?? true)) this.lost = true;
    const from = this.until;
    const to = this.lost ? from : Math.max(from, Math.min(this.options.now(), this.stoppedAt));
    this.until = to;
    return this.mailbox.post(() => this.keep(data, from, to, final));
  }

  private async keep(data: Blob, from: number, to: number, final: boolean): Promise<void> {
    const { recording, take, largest, keep } = this.options;
    if (this.lost && !final) return;
    const parts = split(this.lost ? new ArrayBuffer(0) : await data.arrayBuffer(), largest?.());
    if (this.index === 0 && data.size > 0 && !this.lost && !this.options.fits(parts[0] as ArrayBuffer)) throw new Unfit();
    const at = (part: number) => Math.round(from + ((to - from) * part) / parts.length);
    for (const [part, bytes] of parts.entries()) {
      const segment = {
        recording, take, index: this.index, final: final && part === parts.length - 1,
        from: at(part), to: at(part + 1), sha256: await sha256(bytes), bytes,
      };
      // Its number is free again: the server would wait for it.
      await keep(segment).catch((error: unknown) => { this.lost = true; throw error; });
      this.index++;
    }
  }
}
