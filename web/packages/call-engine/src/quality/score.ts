import type { Interval } from "./interval";

/** Five bars: 5 excellent to 1 bad, 0 nothing arrives though somebody sends. What is worst counts. */
export function score(interval: Interval, expectsMedia: boolean): number {
  if (expectsMedia && !interval.received) return 0;
  return Math.min(
    bars(interval.lossUp, 0.01, 0.03, 0.08, 0.2),
    bars(interval.lossDown, 0.01, 0.03, 0.08, 0.2),
    bars(interval.rtt, 150, 300, 500, 1_000),
    bars(interval.jitter, 30, 60, 100, 200),
    bars(interval.frozen, 0.05, 0.15, 0.4, 0.8),
    interval.limitation === "cpu" ? 4 : 5,
    interval.limitation === "bandwidth" && interval.bitrateUp < 500_000 ? 3 : 5,
  );
}

/** What is below the first limit has five bars, below the second four, … */
function bars(value: number | null, ...limits: number[]): number {
  return 5 - limits.filter((limit) => value !== null && value >= limit).length;
}
