import { atTop, step } from "../src/quality/ladder";
import { LOOK_EVERY, type Ladder } from "../src/quality/ladder-state";
import type { Reading } from "../src/quality/reading";
import { rungAt, SOUND } from "../src/quality/rungs";

/** Reproducible chance (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const VOICE = 56_000;
const GREED = 1.1;

/**
 * A way of some width and a browser that measures it, as Chromium was seen to: it notices an overload after half a second and
 * falls within another second, grows by 8 % a second, believes no more than half as much again as it sends, and doubles at
 * once when it is allowed more while it sends little.
 */
export class Way {
  ladder: Ladder = atTop(0);
  at = 0;
  capacity: number;
  estimate = 1_500_000;
  steps: { at: number; from: number; to: number }[] = [];
  private overloaded = 0;
  private allowed = 0;
  private probing = 0;
  private falling = 0;
  private sent = 0;

  constructor(capacity: number, private readonly random: () => number = () => 0.5, private readonly loss = 0) {
    this.capacity = capacity;
  }

  get name(): string {
    return rungAt(this.ladder.rung).name;
  }

  run(milliseconds: number, each: () => void = () => undefined): this {
    for (const until = this.at + milliseconds; this.at < until;) {
      this.look();
      each();
    }
    return this;
  }

  private look(): void {
    this.at += LOOK_EVERY;
    const reading = this.reading();
    const before = this.ladder;
    this.ladder = step(before, reading);
    if (before.rung !== this.ladder.rung) this.steps.push({ at: this.at, from: before.rung, to: this.ladder.rung });
  }

  private reading(): Reading {
    const silent = this.ladder.rung === SOUND;
    const wanted = silent ? 0 : this.ladder.drainUntil !== null ? 50_000 : Math.min(this.ladder.limit, rungAt(this.ladder.rung).takes * 2);
    const granted = Math.max(0, Math.min(wanted, (this.estimate - VOICE) / GREED));
    const sent = VOICE + granted * GREED * (0.95 + 0.1 * this.random());
    this.measure(sent, silent ? 0 : this.ladder.limit);
    return {
      at: this.at, available: Math.round(this.estimate), granted: silent ? null : granted, sent, loss: this.at % 1_000 === 0 ? this.loss : null,
      queued: 0, fps: silent ? 0 : rungAt(this.ladder.rung).fps, limitation: "none", encoding: 5, resent: 0, arrived: true, lossDown: null,
    };
  }

  private measure(sent: number, allowed: number): void {
    if (allowed > this.allowed && this.sent < 0.65 * this.estimate) this.probing = 8;
    this.allowed = allowed;
    this.sent = sent;
    if (sent > this.capacity) this.overloaded += LOOK_EVERY;
    else if (this.falling === 0) this.overloaded = 0;
    if (this.overloaded > 500 && this.falling === 0) this.falling = 4;
    if (this.falling > 0) this.fall();
    else if (this.probing > 0 && sent <= this.capacity) this.estimate = Math.max(this.estimate, Math.min(2 * this.estimate, this.capacity, 5_500_000));
    else if (this.estimate < 1.5 * sent + 10_000) this.estimate *= 1.02;
    this.probing = Math.max(0, this.probing - 1);
  }

  private fall(): void {
    this.falling--;
    this.probing = 0;
    if (this.falling === 0) this.overloaded = 0;
    this.estimate = Math.max(Math.min(this.estimate, 0.85 * this.capacity), this.estimate * 0.45);
  }
}
