import { FINDINGS } from "@consilium/call-engine";
import { describe, expect, it } from "vitest";
import { allWords, SPOKEN, type Words } from "./languages";
import type { CheckReport } from "../src/api";
import { megabits, withUnit } from "../src/lib/units";
import { reportOf } from "../src/pages/device-check/report";

describe("L1: the verdict in plain words", () => {
  const languages = SPOKEN.map((language) => [language, (allWords(language)["check"] as Words)["finding"] as Record<string, never>] as const);

  it.each(languages)("%s says of every finding what it is and what to do, and of nothing else", (_, words) => {
    expect(Object.keys(words).sort()).toEqual([...FINDINGS].sort());
    for (const { what, do: remedy } of Object.values(words)) {
      expect(what).toMatch(/^.{10,90}[^.]$/);
      expect(remedy).toMatch(/^.{15,}\.$/);
    }
  });

  it("numbers are written as in the reader's language", () => {
    expect([megabits(3_940, "Mbit/s", "en"), megabits(3_940, "Mbit/s", "de")]).toEqual(["3.9\u00a0Mbit/s", "3,9\u00a0Mbit/s"]);
    expect(withUnit(40, "millisecond", "de")).toBe("40 ms");
    expect(withUnit(null, "percent", "en")).toBeUndefined();
  });
});

describe("L1: what the clinic learns", () => {
  it("is codes and numbers, as the server's document has them", () => {
    const report: CheckReport = reportOf({ findings: ["LOSS_HIGH"] }, {
      relays: { UDP: { code: "BLOCKED", setUpMs: null, error: 701 }, TCP: { code: "WORKS", setUpMs: 90, error: null }, TLS: null },
      path: { lossPercent: 9, rttMs: 44, jitterMs: 5 }, kbps: 1_800,
    });
    expect(report).toEqual({ findings: ["LOSS_HIGH"], measured: { relays: ["TCP"], rttMs: 44, jitterMs: 5, lossPercent: 9, kbps: 1_800 } });
  });

  it("is null where nothing was measured", () => {
    const report = reportOf({ findings: [] }, { relays: { UDP: null, TCP: null, TLS: null }, path: null, kbps: null });
    expect(report.measured).toEqual({ relays: [], rttMs: null, jitterMs: null, lossPercent: null, kbps: null });
  });
});
