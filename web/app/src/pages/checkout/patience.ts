const SECOND = 1_000;
const FIRST = 1_000;
const SLOWEST = 15_000;
const LONG = 60_000;

/** When to look again: every second at first, then after a tenth of the time that was waited, at most every 15 seconds. */
export function nextLook(waited: number): number {
  return Math.min(SLOWEST, Math.max(FIRST, Math.round(waited / 10 / SECOND) * SECOND));
}

/** From here on nobody should sit and wait. */
export function takesLong(waited: number): boolean {
  return waited >= LONG;
}
