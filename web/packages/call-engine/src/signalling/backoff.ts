/** Waiting times between attempts: doubling from 250 ms to 8 s, each shortened by chance so that pages do not march in step. */
export class Backoff {
  private attempt = 0;

  constructor(private readonly random: () => number = Math.random) {}

  next(): number {
    const longest = Math.min(8_000, 250 * 2 ** this.attempt++);
    return longest * (0.5 + this.random() / 2);
  }

  reset(): void {
    this.attempt = 0;
  }
}
