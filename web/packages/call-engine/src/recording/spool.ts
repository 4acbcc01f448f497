import type { Segment, SegmentKey } from "./segment";

export type TakeKey = Pick<SegmentKey, "recording" | "take">;
/** A take that has begun and not ended. `next`: the number of its next segment; `until`: server time in ms up to which it was kept. */
export interface OpenTake extends TakeKey { next: number; until: number }

/** Keeps segments until the server has them, oldest first; and which takes have begun here and not ended. */
export interface Spool {
  begin(take: TakeKey, at: number): Promise<void>;
  /** With the last segment the take is no longer open. */
  put(segment: Segment): Promise<void>;
  next(): Promise<Segment | null>;
  remove(key: SegmentKey): Promise<void>;
  count(): Promise<number>;
  open(): Promise<OpenTake[]>;
  /** Whether it has begun here, or something of it waits. */
  knows(take: TakeKey): Promise<boolean>;
  /** Nothing of the recording stays. */
  forget(recording: string): Promise<void>;
}

/** For browsers that keep nothing: a reload loses what was not sent yet. */
export class MemorySpool implements Spool {
  private segments: Segment[] = [];
  private takes: OpenTake[] = [];

  async begin({ recording, take }: TakeKey, at: number): Promise<void> {
    this.takes.push({ recording, take, next: 0, until: at });
  }

  async put(segment: Segment): Promise<void> {
    this.segments.push(segment);
    const { recording, take, index, to } = segment;
    const others = this.takes.filter((one) => one.recording !== recording || one.take !== take);
    this.takes = segment.final ? others : [...others, { recording, take, next: index + 1, until: to }];
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

  async open(): Promise<OpenTake[]> {
    return [...this.takes];
  }

  async knows({ recording, take }: TakeKey): Promise<boolean> {
    return [...this.takes, ...this.segments].some((one) => one.recording === recording && one.take === take);
  }

  async forget(recording: string): Promise<void> {
    this.segments = this.segments.filter((one) => one.recording !== recording);
    this.takes = this.takes.filter((one) => one.recording !== recording);
  }
}
