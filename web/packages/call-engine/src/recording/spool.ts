import type { Segment, SegmentKey } from "./segment";

/** Keeps segments until the server has them, oldest first. */
export interface Spool {
  put(segment: Segment): Promise<void>;
  next(): Promise<Segment | null>;
  remove(key: SegmentKey): Promise<void>;
  count(): Promise<number>;
}

/** For browsers that keep nothing: a reload loses what was not sent yet. */
export class MemorySpool implements Spool {
  private readonly segments: Segment[] = [];

  async put(segment: Segment): Promise<void> {
    this.segments.push(segment);
  }

  async next(): Promise<Segment | null> {
    return this.segments[0] ?? null;
  }

  async remove({ recording, take, index }: SegmentKey): Promise<void> {
    const at = this.segments.findIndex((one) => one.recording === recording && one.take === take && one.index === index);
    if (at >= 0) this.segments.splice(at, 1);
  }

  async count(): Promise<number> {
    return this.segments.length;
  }
}
