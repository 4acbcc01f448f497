import type { Scope } from "../core/scope";
import type { Peers } from "../peers";
import type { Session } from "../signalling/session";
import { sample, type Sample } from "./sample";
import { score, type Quality } from "./score";

const EVERY = 2_000;

/** Measures the first peer's connection every two seconds, tells this page and the server. */
export class Sampler {
  private before: { sample: Sample; generation: number } | null = null;
  private running = false;

  constructor(
    private readonly scope: Scope,
    private readonly peers: Peers,
    private readonly session: Session,
    private readonly onQuality: (quality: Quality) => void,
  ) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    this.scope.every(EVERY, () => void this.measure().catch(() => undefined));
  }

  private async measure(): Promise<void> {
    const first = this.peers.first();
    if (!first || first.link.connection.connectionState !== "connected") return;
    const now = sample(await first.link.stats(), performance.now());
    const { generation } = first.link;
    const before = this.before;
    this.before = { sample: now, generation };
    if (this.scope.closed || before?.generation !== generation) return;
    const quality = score(before.sample, now);
    this.onQuality(quality);
    this.session.send("quality.report", {
      peer: first.peer, generation, rtt: now.rtt, jitter: now.jitter, score: quality.score,
      lossUp: quality.lossUp, lossDown: quality.lossDown,
      bitrateUp: quality.bitrateUp, bitrateDown: quality.bitrateDown,
      width: now.width, height: now.height, fps: now.fps,
      candidateType: now.candidateType, limitation: now.limitation,
    });
  }
}
