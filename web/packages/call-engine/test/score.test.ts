import { describe, expect, it } from "vitest";
import { sample, type Sample } from "../src/quality/sample";
import { score } from "../src/quality/score";

const EMPTY = sample(new Map() as unknown as RTCStatsReport, 0);

describe("scoring quality", () => {
  const base: Sample = { ...EMPTY, rtt: 20, jitter: 2, width: 1280, height: 720, fps: 30, candidateType: "host", limitation: "none" };
  const later = (change: Partial<Sample>): Sample =>
    ({ ...base, at: 2_000, packetsSent: 1_000, packetsReceived: 1_000, bytesSent: 500_000, bytesReceived: 500_000, ...change });

  it.each([
    [{}, 5, "good"],
    [{ packetsLostUp: 100 }, 2, "loss-up"],
    [{ packetsLostDown: 40 }, 3, "loss-down"],
    [{ rtt: 600 }, 2, "delay"],
    [{ packetsReceived: 0 }, 0, "no-media"],
    [{ limitation: "cpu" }, 4, "cpu"],
  ])("%o gives %i because of %s", (change, expected, reason) => {
    expect(score(base, later(change), true)).toMatchObject({ score: expected, reason });
  });

  it("does not miss what nobody sends: muted, camera off", () => {
    expect(score(EMPTY, { ...EMPTY, at: 2_000 }, false)).toMatchObject({ score: 5, reason: "good" });
    expect(score(EMPTY, { ...EMPTY, at: 2_000 }, true)).toMatchObject({ score: 0, reason: "no-media" });
  });
});
