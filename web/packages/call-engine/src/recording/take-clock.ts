/** An answer that was longer on its way says too little about the server's time to begin with it. */
export const SLOWEST = 2_000;
/** By so much a take may be behind the server. */
const BEHIND = 500;
/** Two clocks of one computer that are further apart: it slept, or somebody set one of them. */
const APART = 1_000;

/**
 * Server time in ms, from the moment the take was opened: never before it, and behind rather than ahead by the way the answer
 * took, half a second at most, so that nothing seems to be recorded before people had agreed, or while they still did.
 */
export class TakeClock {
  private readonly startedAt = performance.now();
  private readonly wallAt = Date.now();
  private readonly start: number;
  private slept = false;

  /** @param took from the question to the answer, in ms */
  constructor(openedAt: number, took: number) {
    this.start = openedAt + Math.max(0, took - BEHIND);
  }

  now(): number {
    return Math.round(this.start + performance.now() - this.startedAt);
  }

  /** The one stands still while a computer sleeps, the other does not: from then on nobody knows when something was recorded. */
  holds(): boolean {
    const apart = Math.abs(Date.now() - this.wallAt - (performance.now() - this.startedAt));
    this.slept ||= apart > APART;
    return !this.slept;
  }
}
