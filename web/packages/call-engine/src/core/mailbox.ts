/** Runs asynchronous jobs one after the other; after closing, none starts any more. */
export class Mailbox {
  private tail: Promise<void> = Promise.resolve();
  private closed = false;

  post(job: () => Promise<void> | void): Promise<void> {
    const run = this.tail.then(async () => {
      if (!this.closed) await job();
    });
    this.tail = run.catch(() => undefined);
    return run;
  }

  close(): void {
    this.closed = true;
  }
}
