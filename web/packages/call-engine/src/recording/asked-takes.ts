import type { TakeKey } from "./spool";
import { ASKED } from "./spool-name";

/** A take that this browser has asked for; `take`: null until the server has said its number. `at`: server time in ms. */
export interface AskedTake { owner: string; recording: string; take: number | null; at: number }

/**
 * From the question for a take until it stands in the spool: a page that dies meanwhile leaves it open at the server, and nobody
 * else knows of it. Written at once, while the spool is not even loaded.
 */
export class AskedTakes {
  constructor(private readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | null = browserStorage()) {}

  ask({ owner, recording, at }: Omit<AskedTake, "take">): void {
    this.write([...this.all(), { owner, recording, take: null, at }]);
  }

  opened({ owner, recording, take, at }: AskedTake): void {
    this.write([...this.answered(recording), { owner, recording, take, at }]);
  }

  /** It was not opened. */
  refused(recording: string): void {
    this.write(this.answered(recording));
  }

  /** It stands in the spool, or has its end. */
  settled({ recording, take }: Pick<AskedTake, "recording" | "take">): void {
    this.write(this.without((one) => one.recording === recording && one.take === take));
  }

  openedAt({ recording, take }: TakeKey): number | null {
    return this.all().find((one) => one.recording === recording && one.take === take)?.at ?? null;
  }

  of(owner: string): AskedTake[] {
    return this.all().filter((one) => one.owner === owner);
  }

  private all(): AskedTake[] {
    try {
      const known: unknown = JSON.parse(this.storage?.getItem(ASKED) ?? "[]");
      return Array.isArray(known) ? (known as AskedTake[]) : [];
    } catch {
      return [];
    }
  }

  /** Answers come in order; a question of an older session that got none stays open. */
  private answered(recording: string): AskedTake[] {
    const all = this.all();
    const last = all.map((one) => one.recording === recording && one.take === null).lastIndexOf(true);
    return all.filter((_, at) => at !== last);
  }

  private without(which: (one: AskedTake) => boolean): AskedTake[] {
    return this.all().filter((one) => !which(one));
  }

  private write(all: AskedTake[]): void {
    try {
      if (all.length === 0) this.storage?.removeItem(ASKED);
      else this.storage?.setItem(ASKED, JSON.stringify(all));
    } catch {
      // A browser that keeps nothing.
    }
  }
}

function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
