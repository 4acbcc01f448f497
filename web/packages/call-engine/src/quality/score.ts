import { between, type Interval } from "./interval";
import type { Sample } from "./sample";

export type QualityReason = "good" | "loss-up" | "loss-down" | "delay" | "no-media" | "reconnecting" | "cpu" | "bandwidth";

/** `score`: 5 excellent to 1 bad, 0 nothing arrives. `interval`: null while there is no connection. */
export interface Quality { score: number; reason: QualityReason; interval: Interval | null }

export const RECONNECTING: Quality = { score: 0, reason: "reconnecting", interval: null };

/** Judges the time between two samples. */
export function score(before: Sample, now: Sample, expectsMedia: boolean): Quality {
  const interval = between(before, now);
  const candidates: [number, QualityReason][] = [
    [byLoss(interval.lossUp), "loss-up"],
    [byLoss(interval.lossDown), "loss-down"],
    [byDelay(interval.rtt), "delay"],
    [interval.limitation === "cpu" ? 4 : 5, "cpu"],
    [interval.limitation === "bandwidth" && interval.bitrateUp < 500_000 ? 3 : 5, "bandwidth"],
    [expectsMedia && !interval.received ? 0 : 5, "no-media"],
  ];
  const [worst, reason] = candidates.reduce((a, b) => (b[0] < a[0] ? b : a));
  return { score: worst, reason: worst === 5 ? "good" : reason, interval };
}

function byLoss(loss: number): number {
  return loss < 0.01 ? 5 : loss < 0.03 ? 4 : loss < 0.08 ? 3 : loss < 0.2 ? 2 : 1;
}

function byDelay(rtt: number | null): number {
  return rtt === null || rtt < 150 ? 5 : rtt < 300 ? 4 : rtt < 500 ? 3 : rtt < 1000 ? 2 : 1;
}
