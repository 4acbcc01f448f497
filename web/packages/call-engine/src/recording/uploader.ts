import type { Scope } from "../core/scope";
import { Store } from "../core/store";
import { within } from "../core/within";
import { Backoff } from "../signalling/backoff";
import { pause } from "./pace";
import type { Segment } from "./segment";
import type { Spool } from "./spool";

/** `unwanted`: the server will never take it. `full`: it has no room now. */
export type Outcome = "stored" | "unwanted" | "full";

/** Brings one segment to the server. Sent twice it is the same segment. Rejects when trying again later can help. */
export interface UploadPort { put(segment: Segment, signal: AbortSignal): Promise<Outcome> }

export interface UploadState {
  /** Segments that the server does not have yet. */
  waiting: number;
  full: boolean;
  /** When the oldest segment that waits was recorded, in server time. */
  oldest: number | null;
  stored: number; unwanted: number;
}

export interface UploaderOptions {
  scope: Scope; spool: Spool; port: UploadPort;
  /** Bytes a second. */
  budget: () => number;
  random?: () => number;
  now?: () => number;
}

const PATIENCE = 30_000;
const UNTIL_ROOM = 15_000;

/** Sends what is spooled, in order and one at a time, until nothing is left; whatever fails is tried again. */
export class Uploader {
  readonly store = new Store<UploadState>({ waiting: 0, full: false, oldest: null, stored: 0, unwanted: 0 });
  private readonly backoff: Backoff;
  private readonly now: () => number;
  private running: Promise<void> | null = null;
  private more = false;

  constructor(private readonly options: UploaderOptions) {
    this.backoff = new Backoff(options.random);
    this.now = options.now ?? (() => performance.now());
  }

  /** There may be something to send. */
  poke(): void {
    this.more = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
      if (this.more && !this.options.scope.closed) this.poke();
    });
  }

  private async run(): Promise<void> {
    while (this.more && !this.options.scope.closed) {
      this.more = false;
      for (let segment = await this.look(); segment && !this.options.scope.closed; segment = await this.look()) {
        await this.wait(await this.send(segment));
      }
    }
  }

  private async look(): Promise<Segment | null> {
    const { spool } = this.options;
    const [next, waiting] = [await spool.next().catch(() => null), await spool.count().catch(() => 0)];
    this.store.update((state) => ({ ...state, waiting, oldest: next?.from ?? null }));
    return next;
  }

  /** @returns how long to wait before the next one */
  private async send(segment: Segment): Promise<number> {
    const begun = this.now();
    const outcome = await this.put(segment).catch(() => null);
    if (outcome === null) return this.backoff.next();
    if (outcome === "full") {
      this.store.update((state) => ({ ...state, full: true }));
      return UNTIL_ROOM;
    }
    this.backoff.reset();
    await this.options.spool.remove(segment).catch(() => undefined);
    this.store.update((state) => ({ ...state, full: false, [outcome]: state[outcome] + 1 }));
    return pause(segment.bytes.byteLength, this.now() - begun, this.options.budget());
  }

  private async put(segment: Segment): Promise<Outcome> {
    const abort = new AbortController();
    const forget = this.options.scope.onClose(() => abort.abort());
    try {
      return await within(PATIENCE, this.options.port.put(segment, abort.signal));
    } finally {
      forget();
      abort.abort();
    }
  }

  private wait(milliseconds: number): Promise<void> {
    const { scope } = this.options;
    if (milliseconds <= 0 || scope.closed) return Promise.resolve();
    return new Promise((resolve) => {
      const over = () => { forget(); cancel(); resolve(); };
      const cancel = scope.after(milliseconds, over);
      const forget = scope.onClose(over);
    });
  }
}
