import type { SegmentKey } from "./segment";

/** What the server has of one take: every segment before `have`, and those named in `beyond`. `complete`: nothing is missing. */
export interface Received { take: number; have: number; beyond: readonly number[]; complete?: boolean }

/**
 * What need not be sent again after a reload or a broken connection: the server has been asked once about each recording, and is
 * asked again when there was a doubt.
 */
export class ReceivedSegments {
  private readonly known = new Map<string, readonly Received[]>();

  constructor(private readonly ask: (recording: string) => Promise<readonly Received[]>) {}

  /** Where the server does not say, nothing is known to be there: sent twice it is the same segment. */
  async has({ recording, take, index }: SegmentKey): Promise<boolean> {
    let takes = this.known.get(recording);
    if (!takes) this.known.set(recording, takes = await this.ask(recording).catch(() => []));
    return takes.some((one) => one.take === take && (index < one.have || one.beyond.includes(index)));
  }

  /** An answer got lost: what was sent may be there. */
  doubt(): void {
    this.known.clear();
  }
}
