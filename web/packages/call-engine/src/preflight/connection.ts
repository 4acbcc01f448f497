import type { IceServers } from "@consilium/protocol";
import { Scope } from "../core/scope";
import { within } from "../core/within";
import { FILL_FOR, measureBandwidth } from "./bandwidth";
import { relayOver, stunOf } from "./ice";
import { loopThrough, type Loopback } from "./loopback";
import { probePath, PROBE_FOR } from "./path";
import { NOTHING_DONE, type Part } from "./progress";
import { TRANSPORTS, type RelayResult, type Results, type Transport } from "./results";
import { checkSignalling, type SignallingOptions } from "./signalling";
import { checkStun } from "./stun";
import { LIMITS } from "./verdict";

export interface ConnectionOptions {
  /** Asked for each way to the relay by itself. At the relay, all that a person has open for testing counts together. */
  iceServers: () => Promise<IceServers>;
  signalling: SignallingOptions;
  onResult: (change: Partial<Results>) => void;
  onProgress: (done: Readonly<Record<Part, number>>) => void;
}

const LONGEST = 15_000;
const ANSWER_WITHIN = 5_000;
const TICK = 250;
const NOT_REACHED: RelayResult = { code: "BLOCKED", setUpMs: null, error: null };
const NOT_OFFERED: RelayResult = { code: "NOT_OFFERED", setUpMs: null, error: null };

/** Everything about the way from this device to the clinic and its relay, in fifteen seconds at most. */
export class ConnectionCheck {
  private readonly scope: Scope;
  private done = { ...NOTHING_DONE };
  private relays: Results["relays"] = { UDP: null, TCP: null, TLS: null };

  constructor(parent: Scope, private readonly options: ConnectionOptions) {
    this.scope = parent.child();
  }

  async run(): Promise<void> {
    const { scope, options } = this;
    // Whatever is still open then stays unknown, and what is known stands.
    scope.after(LONGEST, () => scope.close());
    const signalling = checkSignalling(scope, options.signalling).then((result) => {
      options.onResult({ signalling: result });
      this.progress("signalling", 1);
    });
    const stun = this.stun();
    const loops = TRANSPORTS.map((transport) => this.relay(transport));
    await this.measure(loops);
    await Promise.all([signalling, stun, ...loops]);
    scope.close();
  }

  private async stun(): Promise<void> {
    const stun = await this.servers().then((ice) => checkStun(this.scope, stunOf(ice)), () => "BLOCKED" as const);
    this.options.onResult({ stun });
    this.progress("stun", 1);
  }

  private servers(): Promise<IceServers> {
    return within(ANSWER_WITHIN, this.options.iceServers());
  }

  private async relay(transport: Transport): Promise<Loopback> {
    let loop: Loopback;
    try {
      const server = relayOver(await this.servers(), transport);
      loop = server && !this.scope.closed ? await loopThrough(this.scope, server) : { result: NOT_OFFERED, channels: null };
    } catch {
      loop = { result: NOT_REACHED, channels: null };
    }
    this.relays = { ...this.relays, [transport]: loop.result };
    this.options.onResult({ relays: this.relays });
    this.progress("relays", TRANSPORTS.filter((one) => this.relays[one] !== null).length / TRANSPORTS.length);
    return loop;
  }

  /** Through the first way that works: the one a call would take. */
  private async measure(loops: readonly Promise<Loopback>[]): Promise<void> {
    for (const loop of loops) {
      const { channels } = await loop;
      if (!channels) continue;
      const path = await this.timed("path", PROBE_FOR, probePath(this.scope, channels));
      this.options.onResult({ path });
      // Where much gets lost, the sender slows down by itself: one would measure its caution, not the way.
      if (path && path.lossPercent >= LIMITS.lossPercent) return this.progress("bandwidth", 1);
      const kbps = await this.timed("bandwidth", FILL_FOR, measureBandwidth(this.scope, channels));
      this.options.onResult({ kbps });
      return;
    }
  }

  private async timed<T>(part: Part, milliseconds: number, work: Promise<T>): Promise<T> {
    const ticking = this.scope.child();
    let passed = 0;
    ticking.every(TICK, () => this.progress(part, Math.min(0.95, (passed += TICK) / milliseconds)));
    const result = await work;
    ticking.close();
    this.progress(part, 1);
    return result;
  }

  private progress(part: Part, done: number): void {
    this.done = { ...this.done, [part]: done };
    this.options.onProgress(this.done);
  }
}
