import type { DailyNetworkStats } from "@daily-co/daily-js";
import type { Sight } from "@consilium/protocol";
import { expectsMedia } from "../call-state";
import { sightOf } from "../quality/sight";
import { CALM, steady } from "../quality/steady";
import { barsOf, intervalOf, verdictOf } from "./daily-quality";
import type { RoomLinks } from "./room-links";
import type { TransportOptions } from "./transport";

const EVERY = 2_000;
/** What the other side told longer ago says nothing about now. */
const FRESH = 7_000;
const UNASKED = { signallingRtt: null, signallingJitter: null, signallingLate: null };

export interface DailyLooksOptions extends Pick<TransportOptions, "scope" | "session" | "store" | "onQuality"> {
  links: RoomLinks;
  /** Null while we are not in the room. */
  stats: () => Promise<DailyNetworkStats | null>;
}

/** Looks at Daily's own measurements every two seconds, tells this page and the server. */
export class DailyLooks {
  private running = false;
  private looked = false;
  private said = CALM;
  private theirs: { sight: Sight; at: number } | null = null;

  constructor(private readonly options: DailyLooksOptions) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    this.options.scope.every(EVERY, () => void this.look().catch(() => undefined));
  }

  heard(sight: Sight | null): void {
    this.theirs = sight && { sight, at: performance.now() };
  }

  private async look(): Promise<void> {
    const { links, session, store, onQuality, scope } = this.options;
    const [peer] = links.together;
    const generation = peer === undefined ? null : links.generationOf(peer);
    const stats = generation === null ? null : await this.options.stats();
    if (scope.closed) return;
    if (!stats || peer === undefined || generation === null) {
      if (this.looked) onQuality(null);
      this.looked = false;
      return;
    }
    this.looked = true;
    const at = performance.now();
    const interval = intervalOf(stats);
    const bars = barsOf(stats, interval, expectsMedia(store.getSnapshot()));
    this.said = steady(this.said, verdictOf(stats));
    const verdict = this.said.shown;
    session.send("quality.report", { peer, generation, sight: { ...sightOf(interval, UNASKED, bars), ...verdict } });
    const theirs = this.theirs && at - this.theirs.at < FRESH ? this.theirs.sight : null;
    onQuality({ at, score: bars, verdict, mos: null, interval, theirs });
  }
}
