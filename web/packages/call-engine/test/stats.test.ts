import { describe, expect, it } from "vitest";
import { preferred } from "../src/peer/codecs";
import { sample } from "../src/quality/sample";
import { score } from "../src/quality/score";

const report = (entries: Record<string, unknown>[]) => new Map(entries.map((entry) => [entry.id, entry])) as unknown as RTCStatsReport;

describe("reading a connection's statistics", () => {
  const stats = report([
    { id: "o", type: "outbound-rtp", kind: "video", packetsSent: 100, bytesSent: 90_000, qualityLimitationReason: "cpu" },
    { id: "r", type: "remote-inbound-rtp", kind: "video", packetsLost: 3, roundTripTime: 0.12 },
    { id: "i", type: "inbound-rtp", kind: "video", packetsReceived: 200, packetsLost: -1, bytesReceived: 120_000, frameWidth: 1280, frameHeight: 720, framesPerSecond: 30, framesDecoded: 60 },
    { id: "a", type: "inbound-rtp", kind: "audio", packetsReceived: 50, packetsLost: 2, bytesReceived: 4_000, jitter: 0.004 },
    { id: "p", type: "candidate-pair", nominated: true, state: "succeeded", localCandidateId: "l", currentRoundTripTime: 0.5 },
    { id: "l", type: "local-candidate", candidateType: "relay" },
  ]);

  it("sums up both directions", () => {
    expect(sample(stats, 7)).toMatchObject({
      at: 7, rtt: 120, jitter: 4, packetsSent: 100, packetsLostUp: 3, packetsReceived: 250, packetsLostDown: 2,
      bytesSent: 90_000, bytesReceived: 124_000, width: 1280, height: 720, fps: 30, candidateType: "relay", limitation: "cpu",
    });
  });

  it("knows nothing of an empty report", () => {
    expect(sample(report([]), 0)).toMatchObject({ rtt: null, width: null, candidateType: null, packetsReceived: 0 });
  });

  it("does not miss what nobody sends: muted, camera off", () => {
    const silent = sample(report([]), 0);
    expect(score(silent, { ...silent, at: 2_000 }, false)).toMatchObject({ score: 5, reason: "good" });
    expect(score(silent, { ...silent, at: 2_000 }, true)).toMatchObject({ score: 0, reason: "no-media" });
  });
});

describe("choosing codecs", () => {
  it("puts H264 first and keeps the order of the rest", () => {
    const codecs = ["video/VP8", "video/rtx", "video/H264", "video/VP9", "video/H264"].map((mimeType) => ({ mimeType }));
    expect(preferred(codecs).map((codec) => codec.mimeType)).toEqual(["video/H264", "video/H264", "video/VP8", "video/rtx", "video/VP9"]);
  });

  it("keeps the browser's order when there is no H264", () => {
    expect(preferred([{ mimeType: "video/VP8" }, { mimeType: "video/VP9" }]).map((codec) => codec.mimeType)).toEqual(["video/VP8", "video/VP9"]);
  });
});
