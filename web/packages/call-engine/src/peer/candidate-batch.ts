import type { Candidate } from "@consilium/protocol";
import type { Scope } from "../core/scope";

/** `complete`: there will be no more. */
export interface Found { candidates: Candidate[]; complete: boolean }

const TOGETHER_FOR = 20;

/**
 * The first way to this browser is told at once, for it is mostly the one that works. A browser finds the others within
 * a few milliseconds, and those go together: a frame for each would cost both sides and the server more than it brings.
 */
export class CandidateBatch {
  private waiting: Candidate[] = [];
  private gathering = false;
  private done = false;

  constructor(private readonly scope: Scope, private readonly send: (found: Found) => void) {}

  found(candidate: Candidate): void {
    this.waiting.push(candidate);
    if (!this.gathering) this.gather();
  }

  complete(): void {
    this.done = true;
    if (!this.gathering) this.gather();
  }

  private gather(): void {
    this.flush();
    this.gathering = true;
    this.scope.after(TOGETHER_FOR, () => {
      this.gathering = false;
      if (this.waiting.length > 0 || this.done) this.gather();
    });
  }

  private flush(): void {
    this.send({ candidates: this.waiting, complete: this.done });
    this.waiting = [];
    this.done = false;
  }
}
