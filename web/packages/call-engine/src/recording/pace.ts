/** Of what the way carries besides the call. */
const SHARE = 0.25;
/** Bytes a second while nobody knows what the way carries, and at least: an upload that stands still never ends. */
const UNKNOWN = 96_000;
const LEAST = 6_000;

export interface Way {
  /** Whether a call is going on. */
  busy: boolean;
  /** bit/s that could be sent; null: not known. */
  available: number | null;
  /** The call itself sends less than it would like to. */
  narrow: boolean;
}

/** How many bytes a second an upload may send, so that it never starves the call. */
export function budget({ busy, available, narrow }: Way): number {
  if (!busy) return Infinity;
  if (narrow) return LEAST;
  return available === null ? UNKNOWN : Math.max(LEAST, (available * SHARE) / 8);
}

/** How long to wait after a request, in ms, so that the bytes it sent fit the budget. */
export function pause(bytes: number, took: number, bytesASecond: number): number {
  return Math.max(0, (bytes / bytesASecond) * 1000 - took);
}
