import type { Sample } from "./sample";

/** What happened between two samples. Shares are 0 to 1, times ms, rates bit/s; null is what cannot be known. */
export interface Interval {
  rtt: number | null; jitter: number | null; jitterUp: number | null;
  lossUp: number; lossDown: number;
  bitrateUp: number; bitrateDown: number; availableUp: number | null;
  candidateType: string | null; remoteCandidateType: string | null; protocol: string | null;
  /** How long sound waited in the jitter buffer, and the share of it that was made up. */
  jitterBuffer: number | null; concealed: number | null;
  audioCodecUp: string | null; audioCodecDown: string | null;
  width: number | null; height: number | null; fps: number | null; codecDown: string | null;
  /** Share of the received frames that were never shown; share of the time the picture stood still. */
  dropped: number | null; frozen: number;
  sentWidth: number | null; sentHeight: number | null; sentFps: number | null; codecUp: string | null;
  limitation: string | null;
  /** Share of the time that went into coding pictures; near 1 nothing more is possible. */
  encoding: number; decoding: number;
  /** Whether anything arrived. */
  received: boolean;
}

/** Counters that went backwards (a new connection) count as nothing. */
export function between(before: Sample, now: Sample): Interval {
  const elapsed = Math.max(1, now.at - before.at);
  const grown = (counter: Counter) => Math.max(0, now[counter] - before[counter]);
  const lost = grown("packetsLostDown");
  return {
    rtt: now.rtt, jitter: now.jitter, jitterUp: now.jitterUp,
    lossUp: share(grown("packetsLostUp"), grown("packetsSent")) ?? 0,
    lossDown: share(lost, grown("packetsReceived") + lost) ?? 0,
    bitrateUp: (grown("bytesSent") * 8000) / elapsed,
    bitrateDown: (grown("bytesReceived") * 8000) / elapsed,
    availableUp: now.availableUp,
    candidateType: now.candidateType, remoteCandidateType: now.remoteCandidateType, protocol: now.protocol,
    jitterBuffer: ratio(grown("soundBuffered"), grown("soundEmitted")),
    concealed: share(grown("soundConcealed"), grown("soundPlayed")),
    audioCodecUp: now.audioCodecUp, audioCodecDown: now.audioCodecDown,
    width: now.width, height: now.height, fps: now.fps, codecDown: now.codecDown,
    dropped: share(grown("framesDropped"), grown("framesReceived")),
    frozen: Math.min(1, grown("frozenTime") / elapsed),
    sentWidth: now.sentWidth, sentHeight: now.sentHeight, sentFps: now.sentFps, codecUp: now.codecUp,
    limitation: now.limitation,
    encoding: Math.min(1, grown("encodeTime") / elapsed),
    decoding: Math.min(1, grown("decodeTime") / elapsed),
    received: grown("packetsReceived") > 0,
  };
}

type Counter = { [K in keyof Sample]: Sample[K] extends number ? K : never }[keyof Sample];

function ratio(sum: number, count: number): number | null {
  return count > 0 ? sum / count : null;
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? Math.min(1, part / whole) : null;
}
