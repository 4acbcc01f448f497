/**
 * Brings something to the latest wish, one change at a time. Wishes that were overtaken while a change was running are
 * skipped: fast clicking ends where the last click pointed.
 */
export class Reconciler<T> {
  private wish: T | undefined;
  private running: Promise<void> | null = null;

  constructor(private readonly apply: (wish: T) => Promise<void>) {}

  want(wish: T): Promise<void> {
    this.wish = wish;
    this.running ??= this.run();
    return this.running;
  }

  private async run(): Promise<void> {
    try {
      while (this.wish !== undefined) {
        const wish = this.wish;
        this.wish = undefined;
        await this.apply(wish);
      }
    } finally {
      // In the same step as the last look at the wish: none may fall in between.
      this.running = null;
    }
  }
}
