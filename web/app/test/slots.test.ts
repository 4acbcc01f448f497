import { describe, expect, it } from "vitest";
import { byDay, languageNames, matches } from "../src/pages/booking/slots";

const slot = (start: string) => ({ start, end: new Date(Date.parse(start) + 1_800_000).toISOString() });

describe("A1: free times", () => {
  const times = [slot("2030-01-07T08:00:00Z"), slot("2030-01-07T11:00:00Z"), slot("2030-01-07T16:00:00Z"), slot("2030-01-07T23:30:00Z")];

  it("stand under the viewer's days and parts of the day", () => {
    const berlin = byDay(times, "Europe/Berlin");
    expect(berlin.map((day) => day.key)).toEqual(["2030-01-07", "2030-01-08"]);
    expect(berlin[0]?.parts.map(({ part, slots }) => `${part} ${slots.length}`)).toEqual(["morning 1", "afternoon 1", "evening 1"]);
  });

  it("fall on another day for somebody who is elsewhere", () => {
    const auckland = byDay(times, "Pacific/Auckland");
    expect(auckland.map((day) => `${day.key}: ${day.parts.map(({ part }) => part).join(" ")}`)).toEqual(["2030-01-07: evening", "2030-01-08: morning afternoon"]);
  });
});

describe("A1: finding a doctor", () => {
  it("needs no accents, and all the words, in any order", () => {
    expect(matches("lefevre cardio", ["Dr Zoë Lefèvre", "Cardiology"])).toBe(true);
    expect(matches("CARDIO zoe", ["Dr Zoë Lefèvre", "Cardiology"])).toBe(true);
    expect(matches("skin", ["Dr Zoë Lefèvre", "Cardiology"])).toBe(false);
    expect(matches("", ["Dr Zoë Lefèvre"])).toBe(true);
  });

  it("knows languages by their names in the reader's language", () => {
    expect(languageNames(["de", "en"], "fr")).toContain("allemand");
  });
});
