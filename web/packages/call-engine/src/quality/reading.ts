/** What one connection's statistics say about sending, between two looks at them. */
export interface Reading {
  /** In ms. */
  at: number;
  /** What the browser thinks the way carries, sound and picture together, in bit/s. Null where it does not say. */
  available: number | null;
  /** What it grants the encoder of the picture, in bit/s. */
  granted: number | null;
  /** What went out, in bit/s. */
  sent: number | null;
  /** The share that got lost, 0 to 1, when the other side has reported since the last look. */
  loss: number | null;
  /** How long a packet waited in this browser, in ms. */
  queued: number;
  /** Frames a second that went out; null when no picture is sent. */
  fps: number | null;
  /** Why the browser itself makes the picture worse. */
  limitation: string | null;
  /** What encoding one frame took, in ms. */
  encoding: number | null;
  /** The share of the picture's bytes that had been sent before, 0 to 1. */
  resent: number;
  /** Whether anything came from the other side. */
  arrived: boolean;
  /** The share of what the other side sends that got lost, 0 to 1. Null where little comes, or where nothing came before. */
  lossDown: number | null;
}

type Entry = Record<string, unknown> & { id: string; type: string; timestamp: number };

/** The sums of one report, kept until the next. */
export interface Counters {
  at: number; bytes: number; received: number; pair: string; delay: number; packets: number; frames: number; encodeTime: number;
  targetBytes: number; reportedAt: number; packetsIn: number; lostIn: number; came: number; flow: number;
  pictureBytes: number; resentBytes: number;
}

/** @returns nothing to read the first time, and the counters to hand in the next time */
export function read(report: RTCStatsReport, before: Counters | null, at: number): { reading: Reading | null; counters: Counters } {
  const entries = [...report.values()] as Entry[];
  const selected = entries.find((entry) => entry.type === "transport")?.selectedCandidatePairId;
  const pair = entries.find((entry) => entry.type === "candidate-pair" && (selected ? entry.id === selected : entry.selected === true));
  const pictures = entries.filter((entry) => entry.type === "outbound-rtp" && entry.kind === "video");
  const reports = entries.filter((entry) => entry.type === "remote-inbound-rtp");
  const streams = entries.filter((entry) => entry.type === "inbound-rtp");
  const packetsIn = sum(streams, "packetsReceived");
  const came = packetsIn - (before?.packetsIn ?? packetsIn);
  const now: Counters = {
    at: pair?.timestamp ?? pictures[0]?.timestamp ?? 0,
    pair: String(pair?.id ?? ""),
    bytes: number(pair?.bytesSent),
    received: number(pair?.bytesReceived),
    delay: sum(pictures, "totalPacketSendDelay"),
    packets: sum(pictures, "packetsSent"),
    frames: sum(pictures, "framesEncoded"),
    encodeTime: sum(pictures, "totalEncodeTime"),
    targetBytes: sum(pictures, "totalEncodedBytesTarget"),
    reportedAt: Math.max(0, ...reports.map((entry) => entry.timestamp)),
    packetsIn,
    lostIn: sum(streams, "packetsLost"),
    pictureBytes: sum(pictures, "bytesSent"),
    resentBytes: sum(pictures, "retransmittedBytesSent"),
    came,
    flow: Math.max(came, (before?.flow ?? 0) / 2),
  };
  const seconds = before ? (now.at - before.at) / 1000 : 0;
  if (!before || seconds <= 0 || now.pair !== before.pair || now.frames < before.frames) return { reading: null, counters: now };
  const frames = now.frames - before.frames;
  const packets = now.packets - before.packets;
  return {
    counters: now,
    reading: {
      at,
      available: positive(pair?.availableOutgoingBitrate),
      granted: granted(pictures, (now.targetBytes - before.targetBytes) * 8 / seconds),
      sent: (now.bytes - before.bytes) * 8 / seconds,
      loss: now.reportedAt > before.reportedAt ? newest(reports) : null,
      queued: packets > 0 ? Math.max(0, (now.delay - before.delay) / packets) * 1000 : 0,
      fps: pictures.length > 0 ? frames / seconds : null,
      limitation: text(pictures.find((entry) => entry.qualityLimitationReason !== "none")?.qualityLimitationReason),
      encoding: frames > 0 ? ((now.encodeTime - before.encodeTime) / frames) * 1000 : null,
      resent: (now.resentBytes - before.resentBytes) / Math.max(1, now.pictureBytes - before.pictureBytes),
      arrived: now.received > before.received,
      lossDown: lossDown(before, now),
    },
  };
}

/** Packets between two looks. A flood leaves few of many: what came a moment ago counts half at each look. */
const ENOUGH = 10;

/** What got lost while nothing came at all shows when something comes again, and says nothing about now. */
function lossDown(before: Counters, now: Counters): number | null {
  const lost = Math.max(0, now.lostIn - before.lostIn);
  return before.came > 0 && before.flow >= ENOUGH && now.came > 0 && now.came + lost >= ENOUGH ? lost / (now.came + lost) : null;
}

/** Firefox says only how many bytes its frames should have had. */
function granted(pictures: Entry[], byFrames: number): number | null {
  return positive(sum(pictures, "targetBitrate")) ?? positive(byFrames);
}

function newest(reports: Entry[]): number | null {
  const last = reports.reduce((a, b) => (b.timestamp > a.timestamp ? b : a));
  return typeof last.fractionLost === "number" ? Math.min(1, Math.max(0, last.fractionLost)) : null;
}

function sum(entries: Entry[], member: string): number {
  return entries.reduce((total, entry) => total + number(entry[member]), 0);
}

function number(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

function positive(value: unknown): number | null {
  return number(value) > 0 ? number(value) : null;
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
