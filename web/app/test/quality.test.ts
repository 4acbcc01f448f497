import type { Verdict } from "@consilium/call-engine";
import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { allWords } from "./languages";
import { path, roundTop } from "../src/lib/chart";
import { MeasureWords } from "../src/lib/measure-words";
import { effectWords, reasonWords } from "../src/lib/verdict-words";
import { addressOf, lastDays, spanOf } from "../src/pages/quality/use-span";

describe("charts", () => {
  const frame = { from: 0, to: 100, top: 10, width: 200, height: 50 };

  it("draw what was measured, and leave a gap where nothing was", () => {
    const points = [{ at: 0, value: 0 }, { at: 50, value: 5 }, { at: 60, value: null }, { at: 80, value: 10 }, { at: 100, value: 10 }];
    expect(path(points, frame)).toBe("M0 50L100 25M160 0L200 0");
  });

  it("cut off what is beyond their top, and nothing else", () => {
    expect(path([{ at: 0, value: 99 }, { at: 100, value: -3 }], frame)).toBe("M0 0L200 50");
    expect(path([], frame)).toBe("");
  });

  it("have a top that does not jump with every value", () => {
    expect([0, 30, 101, 150, 260, 1_700_000].map((value) => roundTop([value], 100))).toEqual([100, 100, 200, 200, 500, 2_000_000]);
    expect(roundTop([null], 0.05)).toBe(0.05);
  });
});

describe("measured values", () => {
  const words = new MeasureWords("en");
  it("are said with their unit, and a dash when nobody knows", () => {
    expect([words.rate(1_540_000), words.rate(48_300), words.percent(0.034), words.percent(0.2), words.percent(0), words.milliseconds(41.6), words.seconds(640), words.rate(null)])
      .toEqual(["1.5\u00a0Mbit/s", "48\u00a0kbit/s", "3.4\u00a0%", "20\u00a0%", "0\u00a0%", "42\u00a0ms", "0.6\u00a0s", "–"]);
  });
  it("follow the reader's language", () => {
    expect(new MeasureWords("de").rate(1_540_000)).toBe("1,5\u00a0Mbit/s");
  });
});

describe("V7, U24: why it is bad, in words", () => {
  beforeAll(() => i18next.init({ lng: "en", resources: { en: { translation: allWords("en") }, de: { translation: allWords("de") } }, interpolation: { escapeValue: false } }));

  it("says whose network it is, what comes first, and who notices", () => {
    const slow: Verdict = { cause: "bandwidth", side: "me", direction: "up" };
    expect(reasonWords(i18next.t, slow, "Dr Weber")).toBe("Your internet is slow right now. Sound comes first.");
    expect(effectWords(i18next.t, slow, "Dr Weber")).toBe("Dr Weber may see and hear you less well.");
  });

  it("says nothing when nothing is wrong", () => {
    const fine: Verdict = { cause: "none", side: "between", direction: "both" };
    expect(reasonWords(i18next.t, fine, "Dr Weber") + effectWords(i18next.t, fine, "Dr Weber")).toBe("");
  });

  const causes = ["loss", "delay", "jitter", "bandwidth", "cpu", "relay", "silence"] as const;
  const sides = ["me", "them", "both", "between"] as const;
  it.each(["en", "de"])("has words for every verdict in %s", async (language) => {
    await i18next.changeLanguage(language);
    for (const cause of causes) {
      for (const side of sides) expect(reasonWords(i18next.t, { cause, side, direction: "both" }, "Dr Weber")).toMatch(/\.$/);
      for (const whose of ["PATIENT", "DOCTOR", "BOTH", "BETWEEN"]) expect(i18next.t(`quality.main.${cause}.${whose}`)).toMatch(/\.$/);
    }
  });
});

describe("A7: the dashboard's filters in the address", () => {
  it("are read, and nonsense is not", () => {
    expect(spanOf(new URLSearchParams("from=2030-01-01&to=tomorrow&doctor=d1&x=y"))).toEqual({ from: "2030-01-01", doctor: "d1" });
  });

  it("leave out what is usual", () => {
    expect(addressOf({ from: "2030-01-01", to: "", doctor: "" }).toString()).toBe("from=2030-01-01");
    expect(addressOf({}).toString()).toBe("");
  });

  it("count days with both ends, over the end of a month", () => {
    expect(lastDays(7, "2030-03-03")).toEqual({ from: "2030-02-25", to: "2030-03-03" });
    expect(lastDays(30, "2030-03-31").from).toBe("2030-03-02");
  });
});
