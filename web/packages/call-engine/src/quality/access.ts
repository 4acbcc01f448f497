/** What the server's answers tell about this side's own network. Times ms; null: nothing asked yet. */
export interface Access { signallingRtt: number | null; signallingJitter: number | null; signallingLate: number | null }

/** An answer that takes this much longer than most waited in a queue, or was sent again. */
const LATE = 120;
/** Answers that count: the last half minute. */
const RECENT = 60;
/** Answers that say how it is now: the last ten seconds. */
const LATEST = 20;
/** Who does not answer for this long has lost the question. */
const LOST = 10_000;

/**
 * Both sides' media take the same way, so that neither can tell from its media alone whose network is bad. Signalling does
 * not: it runs between each side and the server. Late answers here are this side's own trouble.
 */
export class AccessWatch {
  private readonly asked = new Map<string, number>();
  private answers: number[] = [];

  ask(id: string, at: number): void {
    this.asked.set(id, at);
    for (const [old, since] of this.asked) {
      if (at - since > LOST) this.answer(old, since + LOST);
    }
  }

  answer(id: string, at: number): void {
    const since = this.asked.get(id);
    if (since === undefined) return;
    this.asked.delete(id);
    this.answers = [...this.answers, at - since].slice(-RECENT);
  }

  now(at: number): Access {
    if (this.answers.length === 0) return { signallingRtt: null, signallingJitter: null, signallingLate: null };
    const usual = median(this.answers);
    const overdue = [...this.asked.values()].map((since) => at - since).filter((waiting) => waiting > usual + LATE);
    const recent = [...this.answers, ...overdue].slice(-RECENT);
    const latest = recent.slice(-LATEST);
    const typical = median(latest);
    return {
      signallingRtt: typical,
      signallingJitter: median(latest.map((took) => Math.abs(took - typical))),
      signallingLate: recent.filter((took) => took > usual + LATE).length / recent.length,
    };
  }
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
