import type { Sight } from "@consilium/protocol";
import type { Scope } from "../core/scope";
import type { Peers } from "../peers";
import type { Session } from "../signalling/session";
import { AccessWatch } from "./access";
import { diagnose, type Verdict } from "./attribution";
import type { View } from "./evidence";
import { between, type Interval } from "./interval";
import { limitation } from "./limitation";
import { mos } from "./mos";
import { sample, type Sample } from "./sample";
import { score } from "./score";
import { sightOf } from "./sight";
import { CALM, steady } from "./steady";

const EVERY = 2_000;
/** Losses are rare events: with fewer questions it would take minutes to see whose they are. */
const ASK_EVERY = 500;
/** What the other side told longer ago says nothing about now. */
const FRESH = 7_000;
/** Five minutes tell what a way can do when it is calm. */
const REMEMBERED = 150;

/** How the call is at one moment (ms of the page's own clock). `theirs`: what the other side told last. */
export interface Quality {
  at: number; score: number; verdict: Verdict; mos: number | null;
  interval: Interval; theirs: Sight | null;
}

export interface SamplerOptions {
  scope: Scope;
  peers: Peers;
  session: Session;
  /** Why our own ladder sends less to that peer than it could. */
  heldBack: (peer: string) => "network" | "cpu" | null;
  /** Whether the other side says that it sends anything. */
  expectsMedia: () => boolean;
  /** `null`: the connection is being made again. */
  onQuality: (quality: Quality | null) => void;
}

/** Measures the first peer's connection every two seconds, tells this page and the server. */
export class Sampler {
  private before: { sample: Sample; link: unknown } | null = null;
  private running = false;
  private views: View[] = [];
  private said = CALM;
  private theirs: { sight: Sight; at: number } | null = null;
  private readonly access = new AccessWatch();

  constructor(private readonly options: SamplerOptions) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    this.options.scope.every(ASK_EVERY, () => this.ask());
    this.options.scope.every(EVERY, () => void this.measure().catch(() => undefined));
  }

  /** An answer to our ping. */
  answered(request: string): void {
    this.access.answer(request, performance.now());
  }

  /** What the other side sees. */
  heard(sight: Sight | null): void {
    this.theirs = sight && { sight, at: performance.now() };
  }

  /** Only while there is a call to judge: who waits alone asks nothing. */
  private ask(): void {
    if (!this.before) return;
    const id = this.options.session.send("ping", {}, true);
    if (id) this.access.ask(id, performance.now());
  }

  private async measure(): Promise<void> {
    const first = this.options.peers.first();
    if (!first || first.link.connection.connectionState !== "connected") {
      if (this.before) this.options.onQuality(null);
      this.before = null;
      return;
    }
    const now = sample(await first.link.stats(), performance.now());
    const before = this.before;
    this.before = { sample: now, link: first.link };
    if (this.options.scope.closed) return;
    if (before?.link !== first.link) this.views = [];
    else this.judge(first.peer, first.link.generation, between(before.sample, now));
  }

  private judge(peer: string, generation: number, measured: Interval): void {
    const at = performance.now();
    const interval = { ...measured, limitation: limitation(measured.limitation, this.options.heldBack(peer)) };
    const bars = score(interval, this.options.expectsMedia());
    const mine = sightOf(interval, this.access.now(at), bars);
    const theirs = this.theirs && at - this.theirs.at < FRESH ? this.theirs.sight : null;
    this.views = [...this.views, { mine, theirs }].slice(-REMEMBERED);
    this.said = steady(this.said, bars === 0 ? silence(theirs) : diagnose(this.views));
    const verdict = this.said.shown;
    this.options.session.send("quality.report", { peer, generation, sight: { ...mine, ...verdict } });
    const heard = mos({ rtt: interval.rtt, loss: interval.lossDown, jitterBuffer: interval.jitterBuffer, concealed: interval.concealed });
    this.options.onQuality({ at, score: bars, verdict, mos: heard, interval, theirs });
  }
}

/** Nothing arrives: the other side may know that it sends nothing. */
function silence(theirs: Sight | null): Verdict {
  const sendsNothing = theirs !== null && (theirs.bitrateUp ?? 0) < 1_000;
  return { cause: "silence", side: sendsNothing ? "them" : "between", direction: "down" };
}
