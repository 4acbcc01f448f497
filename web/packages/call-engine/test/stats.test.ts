import { describe, expect, it } from "vitest";
import { between } from "../src/quality/interval";
import { sample, type Sample } from "../src/quality/sample";

const report = (entries: Record<string, unknown>[]) => new Map(entries.map((entry) => [entry.id, entry])) as unknown as RTCStatsReport;
const EMPTY = sample(report([]), 0);

describe("Q6: reading a connection's statistics", () => {
  const stats = report([
    { id: "o", type: "outbound-rtp", kind: "video", packetsSent: 100, bytesSent: 90_000, qualityLimitationReason: "cpu", frameWidth: 640, frameHeight: 360, framesPerSecond: 25, framesEncoded: 50, totalEncodeTime: 0.5, codecId: "h" },
    { id: "o2", type: "outbound-rtp", kind: "video", packetsSent: 0, bytesSent: 0, qualityLimitationReason: "none" },
    { id: "oa", type: "outbound-rtp", kind: "audio", packetsSent: 50, bytesSent: 4_000, codecId: "op" },
    { id: "r", type: "remote-inbound-rtp", kind: "video", packetsLost: 3, roundTripTime: 0.12 },
    { id: "ra", type: "remote-inbound-rtp", kind: "audio", packetsLost: 1, jitter: 0.009 },
    { id: "i", type: "inbound-rtp", kind: "video", packetsReceived: 200, packetsLost: -1, bytesReceived: 120_000, frameWidth: 1280, frameHeight: 720, framesPerSecond: 30, framesReceived: 70, framesDecoded: 60, framesDropped: 7, totalDecodeTime: 0.2, freezeCount: 1, totalFreezesDuration: 0.4, codecId: "h" },
    { id: "a", type: "inbound-rtp", kind: "audio", packetsReceived: 50, packetsLost: 2, bytesReceived: 4_000, jitter: 0.004, totalSamplesReceived: 96_000, concealedSamples: 1_000, silentConcealedSamples: 40, jitterBufferDelay: 4_800, jitterBufferEmittedCount: 96_000, codecId: "op" },
    { id: "p0", type: "candidate-pair", nominated: false, state: "succeeded", localCandidateId: "l0", currentRoundTripTime: 0.9 },
    { id: "p", type: "candidate-pair", nominated: true, state: "succeeded", localCandidateId: "l", remoteCandidateId: "m", currentRoundTripTime: 0.5, availableOutgoingBitrate: 800_000 },
    { id: "l0", type: "local-candidate", candidateType: "host", protocol: "udp" },
    { id: "l", type: "local-candidate", candidateType: "relay", protocol: "udp", relayProtocol: "tls" },
    { id: "m", type: "remote-candidate", candidateType: "srflx", protocol: "udp" },
    { id: "h", type: "codec", mimeType: "video/H264" },
    { id: "op", type: "codec", mimeType: "audio/opus" },
  ]);

  it("sums up both directions", () => {
    expect(sample(stats, 7)).toMatchObject({
      at: 7, rtt: 120, jitter: 4, jitterUp: 9, packetsSent: 150, packetsLostUp: 4, packetsReceived: 250, packetsLostDown: 2,
      bytesSent: 94_000, bytesReceived: 124_000,
    });
  });

  it("knows the way: candidates, the relay's protocol, what can be sent", () => {
    expect(sample(stats, 7)).toMatchObject({ candidateType: "relay", remoteCandidateType: "srflx", protocol: "tls", availableUp: 800_000 });
  });

  it("knows pictures and sound of both directions", () => {
    expect(sample(stats, 7)).toMatchObject({
      width: 1280, height: 720, fps: 30, codecDown: "H264", framesReceived: 70, framesDropped: 7, decodeTime: 200, freezes: 1, frozenTime: 400,
      sentWidth: 640, sentHeight: 360, sentFps: 25, codecUp: "H264", encodeTime: 500, limitation: "cpu",
      soundPlayed: 96_000, soundConcealed: 960, audioCodecUp: "opus", audioCodecDown: "opus",
    });
  });

  it("shows the picture that moves, and of two that move the larger one", () => {
    const picture = (id: string, frameHeight: number, framesPerSecond: number) =>
      ({ id, type: "inbound-rtp", kind: "video", frameWidth: frameHeight * 2, frameHeight, framesPerSecond });
    expect(sample(report([picture("screen", 1080, 0), picture("camera", 360, 24)]), 0)).toMatchObject({ height: 360, fps: 24 });
    expect(sample(report([picture("camera", 360, 24), picture("screen", 1080, 5)]), 0)).toMatchObject({ height: 1080, fps: 5 });
    expect(sample(report([picture("camera", 360, 0)]), 0)).toMatchObject({ height: 360, fps: 0 });
  });

  it("Q6: knows the pair that carries the call, whatever a browser calls it", () => {
    const pair = (id: string, currentRoundTripTime: number, more: object) => ({ id, type: "candidate-pair", currentRoundTripTime, ...more });
    const asking = { nominated: true, state: "in-progress" };
    expect(sample(report([pair("old", 0.9, { nominated: true, state: "succeeded" }), pair("p", 0.02, asking), { id: "t", type: "transport", selectedCandidatePairId: "p" }]), 0).rtt).toBe(20);
    expect(sample(report([pair("old", 0.9, { ...asking, selected: false }), pair("p", 0.03, { ...asking, selected: true })]), 0).rtt).toBe(30);
  });

  it("knows nothing of an empty report", () => {
    expect(EMPTY).toMatchObject({ rtt: null, width: null, candidateType: null, packetsReceived: 0, limitation: null });
  });
});

describe("Q6: what happened between two samples", () => {
  const from = (change: Partial<Sample>): Sample => ({ ...EMPTY, ...change });

  it("is rates and shares, not counters", () => {
    const before = from({ at: 1_000, packetsSent: 100, bytesSent: 1_000, packetsReceived: 100, packetsLostDown: 10 });
    const now = from({
      at: 3_000, packetsSent: 200, packetsLostUp: 5, bytesSent: 251_000, packetsReceived: 190, packetsLostDown: 20, bytesReceived: 125_000,
      soundPlayed: 1_000, soundConcealed: 50, soundBuffered: 60_000, soundEmitted: 1_000,
      framesReceived: 60, framesDropped: 6, frozenTime: 500, encodeTime: 1_600, decodeTime: 200,
    });
    expect(between(before, now)).toMatchObject({
      lossUp: 0.05, lossDown: 0.1, bitrateUp: 1_000_000, bitrateDown: 500_000, concealed: 0.05, jitterBuffer: 60,
      dropped: 0.1, frozen: 0.25, encoding: 0.8, decoding: 0.1, received: true,
    });
  });

  it("takes counters that went backwards for a new beginning", () => {
    const before = from({ packetsSent: 100, packetsLostUp: 50, bytesSent: 9_000, packetsReceived: 100 });
    expect(between(before, from({ at: 2_000 }))).toMatchObject({ lossUp: 0, lossDown: 0, bitrateUp: 0, received: false, concealed: null });
  });
});
