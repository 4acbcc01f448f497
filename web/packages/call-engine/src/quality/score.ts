import type { Sample } from "./sample";

export type QualityReason = "good" | "loss-up" | "loss-down" | "delay" | "no-media" | "reconnecting" | "cpu" | "bandwidth";

/** `score`: 5 excellent to 1 bad, 0 nothing arrives. */
export interface Quality {
  score: number; reason: QualityReason;
  rtt: number | null; lossUp: number; lossDown: number; bitrateUp: number; bitrateDown: number;
  width: number | null; height: number | null; fps: number | null;
}

export const RECONNECTING: Quality = {
  score: 0, reason: "reconnecting", rtt: null, lossUp: 0, lossDown: 0, bitrateUp: 0, bitrateDown: 0, width: null, height: null, fps: null,
};

/** Judges the time between two samples. Counters that went backwards (a new connection) count as nothing. */
export function score(before: Sample, now: Sample, expectsMedia: boolean): Quality {
  const seconds = Math.max(0.001, (now.at - before.at) / 1000);
  const lossUp = share(now.packetsLostUp - before.packetsLostUp, now.packetsSent - before.packetsSent);
  const lossDown = share(
    now.packetsLostDown - before.packetsLostDown,
    now.packetsReceived - before.packetsReceived + Math.max(0, now.packetsLostDown - before.packetsLostDown),
  );
  const bitrateUp = (Math.max(0, now.bytesSent - before.bytesSent) * 8) / seconds;
  const bitrateDown = (Math.max(0, now.bytesReceived - before.bytesReceived) * 8) / seconds;
  const common = {
    rtt: now.rtt, lossUp, lossDown, bitrateUp, bitrateDown, width: now.width, height: now.height, fps: now.fps,
  };
  const candidates: [number, QualityReason][] = [
    [byLoss(lossUp), "loss-up"],
    [byLoss(lossDown), "loss-down"],
    [byDelay(now.rtt), "delay"],
    [now.limitation === "cpu" ? 4 : 5, "cpu"],
    [now.limitation === "bandwidth" && bitrateUp < 500_000 ? 3 : 5, "bandwidth"],
    [expectsMedia && now.packetsReceived <= before.packetsReceived ? 0 : 5, "no-media"],
  ];
  const [worst, reason] = candidates.reduce((a, b) => (b[0] < a[0] ? b : a));
  return { score: worst, reason: worst === 5 ? "good" : reason, ...common };
}

function share(lost: number, all: number): number {
  return lost <= 0 || all <= 0 ? 0 : Math.min(1, lost / all);
}

function byLoss(loss: number): number {
  return loss < 0.01 ? 5 : loss < 0.03 ? 4 : loss < 0.08 ? 3 : loss < 0.2 ? 2 : 1;
}

function byDelay(rtt: number | null): number {
  return rtt === null || rtt < 150 ? 5 : rtt < 300 ? 4 : rtt < 500 ? 3 : rtt < 1000 ? 2 : 1;
}
