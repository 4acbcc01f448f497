import type { DailyNetworkStats, DailyNetworkStatsData, networkStateReasons } from "@daily-co/daily-js";
import { NOTHING, type Verdict } from "../quality/attribution";
import type { Interval } from "../quality/interval";
import { score } from "../quality/score";

type Latest = Partial<DailyNetworkStatsData["latest"]>;

const BARS = { good: 5, warning: 3, bad: 1, unknown: 5 } as const;
const REASONS: Record<networkStateReasons, Pick<Verdict, "cause" | "direction">> = {
  availableOutgoingBitrate: { cause: "bandwidth", direction: "up" },
  sendPacketLoss: { cause: "loss", direction: "up" },
  recvPacketLoss: { cause: "loss", direction: "down" },
  roundTripTime: { cause: "delay", direction: "both" },
};

/** What Daily's statistics say of our own measures. It does not say in which unit it gives times: they are left out. */
export function intervalOf({ stats }: DailyNetworkStats): Interval {
  const latest = ((stats as DailyNetworkStatsData | undefined)?.latest ?? {}) as Latest;
  return {
    rtt: null, jitter: null, jitterUp: null,
    lossUp: share(latest.totalSendPacketLoss), lossDown: share(latest.totalRecvPacketLoss),
    bitrateUp: latest.sendBitsPerSecond ?? 0, bitrateDown: latest.recvBitsPerSecond ?? 0,
    availableUp: latest.availableOutgoingBitrate ?? null,
    candidateType: null, remoteCandidateType: null, protocol: null, jitterBuffer: null, concealed: null,
    audioCodecUp: null, audioCodecDown: null, width: null, height: null, fps: null, codecDown: null,
    dropped: null, frozen: 0, sentWidth: null, sentHeight: null, sentFps: null, codecUp: null,
    limitation: null, encoding: 0, decoding: 0,
    received: (latest.recvBitsPerSecond ?? 0) > 0,
  };
}

/** Ours and Daily's own opinion; the worse one counts. */
export function barsOf(stats: DailyNetworkStats, interval: Interval, expectsMedia: boolean): number {
  return Math.min(score(interval, expectsMedia), BARS[stats.networkState] ?? 5);
}

/** Why it is not better. Everything passes through Daily's servers: it is our own way that Daily judges. */
export function verdictOf({ networkState, networkStateReasons }: DailyNetworkStats): Verdict {
  const reason = (networkStateReasons ?? []).map((name) => REASONS[name]).find(Boolean);
  return reason && (networkState === "warning" || networkState === "bad") ? { ...reason, side: "me" } : NOTHING;
}

function share(loss: number | null | undefined): number {
  return loss !== null && loss !== undefined && loss >= 0 && loss <= 1 ? loss : 0;
}
