import { stronger } from "./limitation";
import type { Sample } from "./sample";

/** One entry of a statistics report (W3C webrtc-stats); browsers leave out what they do not measure. */
export type Entry = Record<string, unknown> & { type: string; id: string };

type Reader = (sample: Sample, entry: Entry, report: RTCStatsReport) => void;

/** What each type of entry adds to a sample. */
export const READERS: Partial<Record<string, Reader>> = {
  "outbound-rtp": (sample, entry, report) => {
    sample.packetsSent += number(entry.packetsSent);
    sample.bytesSent += number(entry.bytesSent);
    if (entry.kind === "video") sentPicture(sample, entry, report);
    else sample.audioCodecUp ??= codec(entry, report);
  },
  "remote-inbound-rtp": (sample, entry) => {
    sample.packetsLostUp += Math.max(0, number(entry.packetsLost));
    if (typeof entry.roundTripTime === "number") sample.rtt = entry.roundTripTime * 1000;
    if (entry.kind === "audio") sample.jitterUp = milliseconds(entry.jitter);
  },
  "inbound-rtp": (sample, entry, report) => {
    sample.packetsReceived += number(entry.packetsReceived);
    sample.packetsLostDown += Math.max(0, number(entry.packetsLost));
    sample.bytesReceived += number(entry.bytesReceived);
    if (entry.kind === "video") receivedPicture(sample, entry, report);
    else receivedSound(sample, entry, report);
  },
  "candidate-pair": (sample, entry, report) => {
    if (!carries(entry, report)) return;
    sample.rtt ??= milliseconds(entry.currentRoundTripTime);
    sample.availableUp = known(entry.availableOutgoingBitrate);
    const local = find(report, entry.localCandidateId);
    const remote = find(report, entry.remoteCandidateId);
    sample.candidateType = word(local?.candidateType);
    sample.remoteCandidateType = word(remote?.candidateType);
    sample.protocol = word(local?.relayProtocol) ?? word(local?.protocol);
  },
};

/** While a browser asks the other side whether the way still holds, its state is not "succeeded" for a moment. */
function carries(pair: Entry, report: RTCStatsReport): boolean {
  if (pair.selected !== undefined) return pair.selected === true;
  const transports = ([...report.values()] as Entry[]).filter((entry) => entry.type === "transport" && word(entry.selectedCandidatePairId));
  if (transports.length > 0) return transports.some((transport) => transport.selectedCandidatePairId === pair.id);
  return pair.nominated === true && pair.state === "succeeded";
}

function sentPicture(sample: Sample, entry: Entry, report: RTCStatsReport): void {
  sample.framesEncoded += number(entry.framesEncoded);
  sample.encodeTime += number(entry.totalEncodeTime) * 1000;
  sample.limitation = stronger(sample.limitation, word(entry.qualityLimitationReason));
  if (!better(entry, sample.sentFps, sample.sentHeight)) return;
  sample.sentWidth = number(entry.frameWidth);
  sample.sentHeight = number(entry.frameHeight);
  sample.sentFps = number(entry.framesPerSecond);
  sample.codecUp = codec(entry, report);
}

function receivedPicture(sample: Sample, entry: Entry, report: RTCStatsReport): void {
  sample.framesReceived += number(entry.framesReceived);
  sample.framesDecoded += number(entry.framesDecoded);
  sample.framesDropped += number(entry.framesDropped);
  sample.decodeTime += number(entry.totalDecodeTime) * 1000;
  sample.freezes += number(entry.freezeCount);
  sample.frozenTime += number(entry.totalFreezesDuration) * 1000;
  if (!better(entry, sample.fps, sample.height)) return;
  sample.width = number(entry.frameWidth);
  sample.height = number(entry.frameHeight);
  sample.fps = number(entry.framesPerSecond);
  sample.codecDown = codec(entry, report);
}

function receivedSound(sample: Sample, entry: Entry, report: RTCStatsReport): void {
  sample.jitter = milliseconds(entry.jitter) ?? sample.jitter;
  sample.soundPlayed += number(entry.totalSamplesReceived);
  // What is made up during silence is comfort noise and heard by nobody.
  sample.soundConcealed += Math.max(0, number(entry.concealedSamples) - number(entry.silentConcealedSamples));
  sample.soundBuffered += number(entry.jitterBufferDelay) * 1000;
  sample.soundEmitted += number(entry.jitterBufferEmittedCount);
  sample.audioCodecDown ??= codec(entry, report);
}

/** A picture that moves before one that stands, then the larger one. */
function better(entry: Entry, fps: number | null, height: number | null): boolean {
  if (number(entry.frameHeight) <= 0) return false;
  if (height === null) return true;
  const moves = number(entry.framesPerSecond) > 0;
  const moved = (fps ?? 0) > 0;
  return moves === moved ? number(entry.frameHeight) > height : moves;
}

function codec(entry: Entry, report: RTCStatsReport): string | null {
  const mime = word(find(report, entry.codecId)?.mimeType);
  return mime?.split("/")[1] ?? null;
}

function find(report: RTCStatsReport, id: unknown): Entry | undefined {
  return typeof id === "string" ? (report.get(id) as Entry | undefined) : undefined;
}

function word(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function known(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function milliseconds(seconds: unknown): number | null {
  const value = known(seconds);
  return value === null ? null : value * 1000;
}

function number(value: unknown): number {
  return known(value) ?? 0;
}
