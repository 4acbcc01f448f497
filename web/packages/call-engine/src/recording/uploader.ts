import type { Scope } from "../core/scope";
import { Store } from "../core/store";
import { within } from "../core/within";
import { Backoff } from "../signalling/backoff";
import { pause } from "./pace";
import { ReceivedSegments, type Received } from "./received";
import type { Segment } from "./segment";
import type { Spool, TakeKey } from "./spool";

/** `unwanted`: the server will never take it. `full`: it has no room now. */
export type Outcome = "stored" | "unwanted" | "full";

export interface UploadPort {
  /** Brings one segment to the server. Sent twice it is the same segment. Rejects when trying again later can help. */
  put(segment: Segment, signal: AbortSignal): Promise<Outcome>;
  /** Brings the picture of a recording to the server; the first one stays. Where nobody takes pictures there is none. */
  picture?(recording: string, take: number, picture: Blob, takenAt: number): Promise<unknown>;
  /** What the server has of a recording. */
  received(recording: string, signal: AbortSignal): Promise<readonly Received[]>;
}

export interface UploadState {
  /** Segments that the server does not have yet. */
  waiting: number;
  full: boolean;
  /** When the oldest segment that waits was recorded, in server time. */
  oldest: number | null;
  stored: number; unwanted: number;
  /** Of which take the server has kept a part last, and of which it would not. */
  kept: TakeKey | null; refused: TakeKey | null;
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
  readonly store = new Store<UploadState>({ waiting: 0, full: false, oldest: null, stored: 0, unwanted: 0, kept: null, refused: null });
  private readonly backoff: Backoff;
  private readonly there: ReceivedSegments;
  private readonly now: () => number;
  private running: Promise<void> | null = null;
  private more = false;

  constructor(private readonly options: UploaderOptions) {
    this.backoff = new Backoff(options.random);
    this.there = new ReceivedSegments((recording) => this.patiently((signal) => options.port.received(recording, signal)));
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
    if (await this.there.has(segment)) return this.sent(segment, "stored", 0);
    const begun = this.now();
    const outcome = await this.patiently((signal) => this.options.port.put(segment, signal)).catch(() => null);
    if (outcome === null) {
      this.there.doubt();
      return this.backoff.next();
    }
    if (outcome === "full") {
      this.store.update((state) => ({ ...state, full: true }));
      return UNTIL_ROOM;
    }
    return this.sent(segment, outcome, pause(segment.bytes.byteLength, this.now() - begun, this.options.budget()));
  }

  private async sent(segment: Segment, outcome: "stored" | "unwanted", rest: number): Promise<number> {
    const removed = await this.options.spool.remove(segment).then(() => true, () => false);
    // It comes again then, but not in a circle without end.
    if (!removed) return this.backoff.next();
    this.backoff.reset();
    const take = { recording: segment.recording, take: segment.take };
    this.store.update((state) => ({ ...state, full: false, [outcome]: state[outcome] + 1, [outcome === "stored" ? "kept" : "refused"]: take }));
    return rest;
  }

  private async patiently<T>(request: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const abort = new AbortController();
    const forget = this.options.scope.onClose(() => abort.abort());
    try {
      return await within(PATIENCE, request(abort.signal));
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
