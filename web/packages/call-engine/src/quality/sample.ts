/** What getStats says about one connection at one moment, reduced to what we use. */
export interface Sample {
  at: number;
  rtt: number | null;
  jitter: number | null;
  packetsSent: number; packetsLostUp: number;
  packetsReceived: number; packetsLostDown: number;
  bytesSent: number; bytesReceived: number;
  width: number | null; height: number | null; fps: number | null;
  framesDecoded: number;
  candidateType: string | null;
  limitation: string | null;
}

type Entry = Record<string, unknown> & { type: string; id: string };

export function sample(report: RTCStatsReport, at: number): Sample {
  const result: Sample = {
    at, rtt: null, jitter: null, packetsSent: 0, packetsLostUp: 0, packetsReceived: 0, packetsLostDown: 0,
    bytesSent: 0, bytesReceived: 0, width: null, height: null, fps: null, framesDecoded: 0,
    candidateType: null, limitation: null,
  };
  const entries = [...report.values()] as Entry[];
  for (const entry of entries) add(result, entry, report);
  return result;
}

function add(result: Sample, entry: Entry, report: RTCStatsReport): void {
  switch (entry.type) {
    case "outbound-rtp":
      result.packetsSent += number(entry.packetsSent);
      result.bytesSent += number(entry.bytesSent);
      if (entry.kind === "video" && entry.qualityLimitationReason) {
        result.limitation = String(entry.qualityLimitationReason);
      }
      break;
    case "remote-inbound-rtp":
      result.packetsLostUp += Math.max(0, number(entry.packetsLost));
      if (typeof entry.roundTripTime === "number") result.rtt = entry.roundTripTime * 1000;
      break;
    case "inbound-rtp":
      result.packetsReceived += number(entry.packetsReceived);
      result.packetsLostDown += Math.max(0, number(entry.packetsLost));
      result.bytesReceived += number(entry.bytesReceived);
      if (entry.kind === "audio" && typeof entry.jitter === "number") result.jitter = entry.jitter * 1000;
      if (entry.kind === "video" && number(entry.frameHeight) > 0) {
        result.width = number(entry.frameWidth);
        result.height = number(entry.frameHeight);
        result.fps = number(entry.framesPerSecond);
        result.framesDecoded += number(entry.framesDecoded);
      }
      break;
    case "candidate-pair":
      if (entry.nominated && entry.state === "succeeded") {
        if (typeof entry.currentRoundTripTime === "number") result.rtt ??= entry.currentRoundTripTime * 1000;
        const local = report.get(String(entry.localCandidateId)) as Entry | undefined;
        result.candidateType = local ? String(local.candidateType) : null;
      }
      break;
  }
}

function number(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}
