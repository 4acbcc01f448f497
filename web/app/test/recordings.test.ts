import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { allWords } from "./languages";
import type { Recording } from "../src/api";
import { gapsIn, lengthWords, sizeWords, standing } from "../src/lib/recording-words";

const at = (seconds: number) => new Date(Date.UTC(2030, 0, 7, 9) + seconds * 1000).toISOString();
const gap = (from: number, to: number, reason = "PAUSED") => ({ from: at(from), to: at(to), reason });
const recording = (other: Partial<Recording>): Recording => ({
  id: "r", url: "/r", poster: null, phase: "STOPPED", startedAt: at(0), patientMayDownload: true, arriving: false, deletedAt: null, durationMs: 60_000, size: 1, gaps: [], parts: [], answers: [], agreement: "AGREED", onWithdrawal: "KEEP", ...other,
});

describe("a recording", () => {
  it("can be watched when it is over, whole, and holds something", () => {
    expect(standing(recording({}))).toBe("ready");
    expect(standing(recording({ phase: "PAUSED" }))).toBe("going");
    expect(standing(recording({ arriving: true, durationMs: null }))).toBe("arriving");
    expect(standing(recording({ durationMs: null }))).toBe("empty");
    expect(standing(recording({ phase: "DELETED", durationMs: null }))).toBe("deleted");
  });

  it("says at which place of the film something is missing; the film leaves pauses out and stands still in what was lost", () => {
    const gaps = [gap(10, 40), gap(50, 55, "LOST"), gap(60, 70)];
    expect(gapsIn(recording({ gaps }))).toEqual([
      { at: 10_000, length: 30_000, reason: "PAUSED" }, { at: 20_000, length: 5_000, reason: "LOST" }, { at: 30_000, length: 10_000, reason: "PAUSED" },
    ]);
  });

  it("says once what touches, and nothing of what nobody notices", () => {
    expect(gapsIn(recording({ gaps: [gap(10, 11, "OTHER_FORMAT"), gap(11.1, 12, "OTHER_FORMAT")] }))).toEqual([{ at: 10_000, length: 2_000, reason: "OTHER_FORMAT" }]);
    expect(gapsIn(recording({ gaps: [gap(10, 10.4), gap(20, 22, "LOST")] }))).toEqual([{ at: 19_600, length: 2_000, reason: "LOST" }]);
  });

  it("has a size as people write it", () => {
    expect([950, 4_240_000, 212_000_000, 1_500_000_000].map((bytes) => sizeWords(bytes, "en"))).toEqual(["1 kB", "4.2 MB", "212 MB", "1.5 GB"]);
    expect(sizeWords(4_240_000, "de")).toBe("4,2 MB");
  });
});

describe("how long it is", () => {
  beforeAll(() => i18next.init({ lng: "en", resources: { en: { translation: allWords("en") }, de: { translation: allWords("de") } } }));

  it("is said in seconds, then in minutes", () => {
    expect([400, 1_499, 59_400, 59_600, 125_000].map((length) => lengthWords(i18next.t, length))).toEqual(["1 second", "1 second", "59 seconds", "1 min 0 s", "2 min 5 s"]);
  });
});
