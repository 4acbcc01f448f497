import { describe, expect, it } from "vitest";
import { read, type Counters } from "../src/quality/reading";

const report = (...entries: Record<string, unknown>[]) => new Map(entries.map((entry) => [entry.id, entry])) as unknown as RTCStatsReport;
const transport = { id: "t", type: "transport", selectedCandidatePairId: "p" };
const chromium = (second: number, more: Record<string, unknown> = {}) => report(
  transport,
  { id: "p", type: "candidate-pair", timestamp: second * 1000, availableOutgoingBitrate: 800_000, bytesSent: second * 50_000, bytesReceived: second * 60_000 },
  { id: "old", type: "candidate-pair", timestamp: second * 1000, nominated: true, availableOutgoingBitrate: 1, bytesSent: 1 },
  {
    id: "o", type: "outbound-rtp", kind: "video", timestamp: second * 1000, targetBitrate: 700_000, framesEncoded: second * 30, packetsSent: second * 40,
    totalPacketSendDelay: second * 0.8, totalEncodeTime: second * 0.15, qualityLimitationReason: "none", ...more,
  },
  { id: "a", type: "outbound-rtp", kind: "audio", timestamp: second * 1000, framesEncoded: 1_000, packetsSent: second * 50 },
  { id: "r", type: "remote-inbound-rtp", kind: "video", timestamp: second * 1000, fractionLost: 0.03 },
);
const second = (first: RTCStatsReport, next: RTCStatsReport) => read(next, read(first, null, 0).counters, 42).reading;

describe("reading what a connection says about sending", () => {
  it("takes two looks", () => {
    expect(read(chromium(1), null, 0).reading).toBeNull();
    expect(second(chromium(1), chromium(2))).toEqual({
      at: 42, available: 800_000, granted: 700_000, sent: 400_000, loss: 0.03, queued: 20, fps: 30, limitation: null, encoding: 5, resent: 0, arrived: true, lossDown: null,
    });
  });

  it("says why the browser makes the picture worse", () => {
    expect(second(chromium(1), chromium(2, { qualityLimitationReason: "cpu" }))?.limitation).toBe("cpu");
  });

  it("counts a loss once, when it is reported", () => {
    const same = [...chromium(2).values()].map((entry) => ((entry as { id: string }).id === "r" ? { ...entry, timestamp: 1_000 } : entry));
    expect(second(chromium(1), report(...same))?.loss).toBeNull();
  });

  it("tells what of the other side's got lost, unless nothing came before", () => {
    const looks = (...sums: [came: number, lost: number][]) => sums.reduce<{ counters: Counters | null; reading: ReturnType<typeof read>["reading"] }>(
      ({ counters }, [packetsReceived, packetsLost], index) => read(report(transport,
        { id: "p", type: "candidate-pair", timestamp: index * 250 + 1 },
        { id: "i", type: "inbound-rtp", kind: "video", packetsReceived, packetsLost }), counters, 0),
      { counters: null, reading: null }).reading?.lossDown;
    expect(looks([0, 0], [60, 0], [65, 45])).toBe(0.9);
    expect(looks([0, 0], [60, 0], [120, 0])).toBe(0);
    expect(looks([0, 0], [60, 0], [60, 0], [100, 160])).toBeNull();
    expect(looks([0, 0], [60, 0], [62, 1])).toBeNull();
    expect(looks([0, 0], [60, 0], [64, 5], [68, 50])).toBeCloseTo(45 / 49);
  });

  it("compares nothing across a new way, a new connection, or no time at all", () => {
    const before = read(chromium(1), null, 0).counters;
    const moved: Counters = { ...before, pair: "other" };
    expect(read(chromium(2), moved, 0).reading).toBeNull();
    expect(read(chromium(1), read(chromium(2), null, 0).counters, 0).reading).toBeNull();
    expect(read(chromium(1), before, 0).reading).toBeNull();
  });

  it("reads Firefox, which tells what its frames should have had and nothing of the way", () => {
    const firefox = (at: number) => report(transport,
      { id: "p", type: "candidate-pair", timestamp: at * 1000, bytesSent: at * 20_000 },
      { id: "o", type: "outbound-rtp", kind: "video", timestamp: at * 1000, framesEncoded: at * 20, packetsSent: at * 20, totalEncodedBytesTarget: at * 15_000 });
    expect(second(firefox(1), firefox(2))).toMatchObject({ available: null, granted: 120_000, sent: 160_000, fps: 20, queued: 0 });
  });

  it("knows of no picture when none is sent", () => {
    const silent = (at: number) => report(transport, { id: "p", type: "candidate-pair", timestamp: at, bytesSent: 0 });
    expect(second(silent(1_000), silent(2_000))).toMatchObject({ fps: null, granted: null, loss: null, arrived: false });
  });
});
