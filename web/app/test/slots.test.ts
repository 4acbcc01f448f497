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

/** When the clocks change, and how many minutes they are ahead of UTC before and after it (IANA, written down by hand). */
const CHANGES: [zone: string, at: string, before: number, after: number][] = [
  ["Europe/Berlin", "2025-03-30T01:00:00Z", 60, 120],
  ["Europe/Berlin", "2025-10-26T01:00:00Z", 120, 60],
  ["America/New_York", "2025-03-09T07:00:00Z", -300, -240],
  ["America/New_York", "2025-11-02T06:00:00Z", -240, -300],
  // Half an hour.
  ["Australia/Lord_Howe", "2025-04-05T15:00:00Z", 660, 630],
  ["Australia/Lord_Howe", "2025-10-04T15:30:00Z", 630, 660],
  // At midnight: a day that begins at one, and one that ends twice.
  ["America/Santiago", "2025-09-07T04:00:00Z", -240, -180],
  ["America/Santiago", "2025-04-06T03:00:00Z", -180, -240],
  ["Asia/Beirut", "2025-03-29T22:00:00Z", 120, 180],
  ["Asia/Beirut", "2025-10-25T21:00:00Z", 180, 120],
  ["Pacific/Auckland", "2025-04-05T14:00:00Z", 780, 720],
  ["Pacific/Auckland", "2025-09-27T14:00:00Z", 720, 780],
];
const MINUTE = 60_000;

describe.each(CHANGES)("U2: where clocks change, %s at %s", (zone, at, before, after) => {
  const change = Date.parse(at);
  const wall = (instant: number) => new Date(instant + (instant < change ? before : after) * MINUTE).toISOString();
  const partOf = (hour: number) => (hour < 12 ? "morning" : hour < 17 ? "afternoon" : "evening");
  const expected = (instant: number) => `${wall(instant).slice(0, 10)} ${partOf(Number(wall(instant).slice(11, 13)))}`;
  const shown = (instants: number[]) =>
    byDay(instants.map((instant) => slot(new Date(instant).toISOString())), zone)
      .flatMap(({ key, parts }) => parts.flatMap(({ part, slots }) => slots.map(({ start }) => [Date.parse(start), `${key} ${part}`] as const)));

  it("every quarter of an hour of two days stands under the day that a clock on the wall shows, once", () => {
    const instants = Array.from({ length: 4 * 48 }, (_, quarter) => change + (quarter - 4 * 24) * 15 * MINUTE);
    const found = shown(instants);
    expect(found).toHaveLength(instants.length);
    expect(new Map(found)).toEqual(new Map(instants.map((instant) => [instant, expected(instant)])));
    expect(found.map(([instant]) => instant)).toEqual(instants);
  });

  it("one millisecond before the change, at it, and one after", () => {
    const instants = [change - 1, change, change + 1];
    expect(new Map(shown(instants))).toEqual(new Map(instants.map((instant) => [instant, expected(instant)])));
  });

  it("the first and the last moment of the day fall on their own days", () => {
    const day = wall(change).slice(0, 10);
    const instants = Array.from({ length: 2 * 48 * 60 }, (_, half) => change + (half - 48 * 60) * 30_000);
    const ofDay = instants.filter((instant) => wall(instant).startsWith(day));
    const [first, last] = [ofDay[0] ?? 0, ofDay.at(-1) ?? 0];
    expect(shown([first - 1, first, last, last + 30_000]).map(([, where]) => where.startsWith(day))).toEqual([false, true, true, false]);
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
