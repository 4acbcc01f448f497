import { sha256, type Segment } from "./segment";
import type { OpenTake, Spool, TakeKey } from "./spool";

/** The part of the Web Locks API that this takes; null: this browser has none. */
export type Locks = Pick<LockManager, "request"> | null;

/**
 * Whose take is whose: a page holds its take for as long as it lives. What has begun and is held by nobody has lost its page by a
 * reload or a crash, and gets its end from the next page, so that the server need not wait for what never comes.
 */
export class HeldTakes {
  private readonly releases = new Map<string, () => void>();

  constructor(private readonly spool: Spool, private readonly locks: Locks) {}

  /** Before anybody could take it for a lost one. */
  async begin(take: TakeKey, at: number): Promise<void> {
    const { locks } = this;
    if (this.releases.has(nameOf(take))) return;
    const released = new Promise<void>((resolve) => this.releases.set(nameOf(take), resolve));
    if (locks) await new Promise<void>((held) => void locks.request(nameOf(take), () => { held(); return released; }).catch(() => held()));
    await this.spool.begin(take, at).catch(() => undefined);
  }

  release(take: TakeKey): void {
    this.releases.get(nameOf(take))?.();
    this.releases.delete(nameOf(take));
  }

  releaseAll(): void {
    for (const release of this.releases.values()) release();
    this.releases.clear();
  }

  /** Nothing follows in it. */
  async end(take: TakeKey): Promise<void> {
    try {
      const known = (await this.spool.open()).find((one) => nameOf(one) === nameOf(take));
      if (known) await this.spool.put(await lastOf(known));
    } finally {
      this.release(take);
    }
  }

  /** The server has opened it, and this browser knows nothing of it. @returns whether somebody sees to it now */
  async endUnknown(take: TakeKey, at: number): Promise<boolean> {
    const end = async () => {
      if (!(await this.spool.knows(take))) await this.spool.put(await lastOf({ ...take, next: 0, until: at }));
      return true;
    };
    // Where the browser cannot say what is held, a page that lives is believed to have written it down long ago.
    return this.locks ? this.locks.request(nameOf(take), { ifAvailable: true }, (free) => (free ? end() : true)) : end();
  }

  /** Where the browser cannot say what is held, nothing is taken for lost. */
  async endLost(): Promise<void> {
    const { locks } = this;
    if (!locks) return;
    for (const take of await this.spool.open().catch(() => [])) {
      await locks.request(nameOf(take), { ifAvailable: true }, async (free) => { if (free) await this.end(take); });
    }
  }
}

function nameOf({ recording, take }: TakeKey): string {
  return `consilium-take-${recording}-${take}`;
}

async function lastOf({ recording, take, next, until }: OpenTake): Promise<Segment> {
  const bytes = new ArrayBuffer(0);
  return { recording, take, index: next, final: true, from: until, to: until, sha256: await sha256(bytes), bytes };
}
