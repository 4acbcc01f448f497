import { describe, expect, it } from "vitest";
import { between } from "../src/quality/interval";
import { sample, type Sample } from "../src/quality/sample";
import { score } from "../src/quality/score";

const EMPTY = sample(new Map() as unknown as RTCStatsReport, 0);

describe("V7: five bars", () => {
  const base: Sample = { ...EMPTY, rtt: 20, jitter: 2, width: 1280, height: 720, fps: 30, candidateType: "host", limitation: "none" };
  const later = (change: Partial<Sample>): Sample =>
    ({ ...base, at: 2_000, packetsSent: 1_000, packetsReceived: 1_000, bytesSent: 500_000, bytesReceived: 500_000, ...change });

  it.each<[Partial<Sample>, number]>([
    [{}, 5],
    [{ packetsLostUp: 100 }, 2],
    [{ packetsLostDown: 40 }, 3],
    [{ rtt: 600 }, 2],
    [{ jitter: 70 }, 3],
    [{ frozenTime: 400 }, 3],
    [{ packetsReceived: 0 }, 0],
    [{ limitation: "cpu" }, 4],
    [{ limitation: "bandwidth", bytesSent: 100_000 }, 3],
    [{ packetsLostUp: 15, packetsLostDown: 300 }, 1],
  ])("%o gives %i", (change, expected) => {
    expect(score(between(base, later(change)), true)).toBe(expected);
  });

  it("does not miss what nobody sends: muted, camera off", () => {
    const nothing = between(EMPTY, { ...EMPTY, at: 2_000 });
    expect(score(nothing, false)).toBe(5);
    expect(score(nothing, true)).toBe(0);
  });
});
