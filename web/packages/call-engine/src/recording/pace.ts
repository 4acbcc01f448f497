/** Of what the way is known to carry: a quarter would not be enough for what is recorded meanwhile. */
const SHARE = 0.5;
/** Bytes a second at first, and at least: an upload that stands still never ends. */
const FIRST = 96_000;
const LEAST = 6_000;
/** More than any recording needs. */
const MOST = 400_000;
const FASTER = 1.25;
/** What was too much is not tried again soon: the limit comes back by so much with each segment, doubled after some two minutes. */
const BACK_OFF = 0.6;
const RELENT = 1.005;

export interface Way {
  /** Whether a call is going on. */
  busy: boolean;
  /** bit/s that could be sent; null: not known. */
  available: number | null;
  /** The call itself sends less than it would like to. */
  narrow: boolean;
}

/** How many bytes a second an upload may send: as fast as it is recorded where the call does not mind, and never at its expense. */
export class Pace {
  private rate = FIRST;
  private limit = MOST;
  private wasNarrow = false;

  /** Once a segment. */
  budget({ busy, available, narrow }: Way): number {
    if (!busy) return Infinity;
    if (narrow) {
      if (!this.wasNarrow) this.limit = Math.max(LEAST, this.rate * BACK_OFF);
      this.wasNarrow = true;
      return LEAST;
    }
    if (this.wasNarrow) this.rate = Math.min(FIRST, this.limit);
    this.wasNarrow = false;
    this.limit = Math.min(MOST, this.limit * RELENT);
    this.rate = Math.min(this.limit, this.rate * FASTER);
    return Math.max(LEAST, Math.min(this.rate, available === null ? Infinity : (available * SHARE) / 8));
  }
}

/** So long, in s, a part may have the way that is known to itself. */
const BURST = 1;
/** Smaller parts are more headers than pictures. */
const SMALLEST = 12_000;

/**
 * How many bytes a part may have that is sent beside this call; nothing: any. A part is one burst, whatever is waited after it:
 * of what a second of a wide way holds, one of 300 kbit/s would have nothing but it for four.
 */
export function largestPart({ busy, available, narrow }: Way): number | undefined {
  if (!busy || (available === null && !narrow)) return undefined;
  const known = narrow ? LEAST : ((available ?? 0) * SHARE) / 8;
  return Math.max(SMALLEST, Math.round(known * BURST));
}

/** How long to wait after a request, in ms, so that the bytes it sent fit the budget. */
export function pause(bytes: number, took: number, bytesASecond: number): number {
  return Math.max(0, (bytes / bytesASecond) * 1000 - took);
}
