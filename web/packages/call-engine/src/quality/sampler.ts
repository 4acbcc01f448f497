import type { Scope } from "../core/scope";
import type { Peers } from "../peers";
import type { Session } from "../signalling/session";
import { AccessWatch } from "./access";
import { sample, type Sample } from "./sample";
import { RECONNECTING, score, type Quality } from "./score";
import { sightOf } from "./sight";

const EVERY = 2_000;
/** Losses are rare events: with fewer questions it would take minutes to see whose they are. */
const ASK_EVERY = 500;

export interface SamplerOptions {
  scope: Scope;
  peers: Peers;
  session: Session;
  /** Whether the other side says that it sends anything. */
  expectsMedia: () => boolean;
  onQuality: (quality: Quality) => void;
}

/** Measures the first peer's connection every two seconds, tells this page and the server. */
export class Sampler {
  private before: { sample: Sample; link: unknown } | null = null;
  private running = false;
  private readonly access = new AccessWatch();

  constructor(private readonly options: SamplerOptions) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    this.options.scope.every(ASK_EVERY, () => {
      const id = this.options.session.send("ping", {}, true);
      if (id) this.access.ask(id, performance.now());
    });
    this.options.scope.every(EVERY, () => void this.measure().catch(() => undefined));
  }

  /** An answer to our ping. */
  answered(request: string): void {
    this.access.answer(request, performance.now());
  }

  private async measure(): Promise<void> {
    const first = this.options.peers.first();
    if (!first || first.link.connection.connectionState !== "connected") {
      if (this.before) this.options.onQuality(RECONNECTING);
      this.before = null;
      return;
    }
    const now = sample(await first.link.stats(), performance.now());
    const { generation } = first.link;
    const before = this.before;
    this.before = { sample: now, link: first.link };
    if (this.options.scope.closed || before?.link !== first.link) return;
    const quality = score(before.sample, now, this.options.expectsMedia());
    this.options.onQuality(quality);
    if (!quality.interval) return;
    const sight = sightOf(quality.interval, this.access.now(performance.now()), quality.score);
    this.options.session.send("quality.report", { peer: first.peer, generation, sight });
  }
}
