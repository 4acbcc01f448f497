import type { Scope } from "../core/scope";

export interface IceWatchOptions {
  scope: Scope;
  restart: () => void;
  /** Restarting did not help; a new connection is needed. */
  reset: () => void;
  now?: () => number;
}

const PATIENCE = 2_000;
const BETWEEN_RESTARTS = 5_000;
const RESTARTS_A_MINUTE = 5;
const CONNECT_WITHIN = 15_000;
/** For how long a change of network explains what breaks. */
const FRESH = 5_000;

/**
 * Decides when to restart ICE: two seconds after `disconnected`, at once on `failed` (which `connectionState` says before
 * `iceConnectionState` does), at once when the network has changed and nothing comes any more; within a budget; then a new
 * connection. Nothing is done while all is well.
 */
export class IceWatch {
  private restarts: number[] = [];
  private state: RTCPeerConnectionState = "new";
  private silent = false;
  private hintedAt = -Infinity;
  private cancel: () => void = () => undefined;

  constructor(private readonly options: IceWatchOptions) {
    this.awaitConnection();
  }

  changed(state: RTCPeerConnectionState): void {
    if (state === this.state) return;
    this.state = state;
    if (state === "connected") this.cancel();
    if (state === "disconnected") this.in(this.hinted ? 0 : PATIENCE);
    if (state === "failed") this.act();
  }

  /** The network changed under us: whatever breaks now, or has just broken, is not waited for. */
  hint(): void {
    this.hintedAt = this.now;
    this.act();
  }

  /** Whether what used to arrive all the time has stopped, which shows seconds before `disconnected`. */
  hears(silent: boolean): void {
    const began = silent && !this.silent;
    this.silent = silent;
    if (began && this.state === "connected") this.act();
  }

  private get now(): number {
    return (this.options.now ?? Date.now)();
  }

  private get hinted(): boolean {
    return this.now - this.hintedAt < FRESH;
  }

  private get broken(): boolean {
    if (this.state === "connected") return this.silent && this.hinted;
    return this.state === "disconnected" || this.state === "failed";
  }

  private awaitConnection(): void {
    this.cancel = this.options.scope.after(CONNECT_WITHIN, () => {
      this.options.reset();
      this.awaitConnection();
    });
  }

  private in(milliseconds: number): void {
    this.cancel();
    this.cancel = this.options.scope.after(milliseconds, () => this.act());
  }

  private act(): void {
    if (!this.broken) return;
    const now = this.now;
    this.restarts = this.restarts.filter((at) => now - at < 60_000);
    const last = this.restarts.at(-1);
    if (last !== undefined && now - last < BETWEEN_RESTARTS) {
      this.in(BETWEEN_RESTARTS - (now - last));
      return;
    }
    if (this.restarts.length >= RESTARTS_A_MINUTE) {
      this.options.reset();
      // Nobody may have heard it: ask again while nothing changes.
      this.in(CONNECT_WITHIN);
      return;
    }
    this.restarts.push(now);
    this.options.restart();
    this.in(BETWEEN_RESTARTS);
  }
}
