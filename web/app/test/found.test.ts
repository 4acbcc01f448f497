import { describe, expect, it } from "vitest";
import type { Appointment } from "../src/api/types";
import { isOver } from "../src/lib/right-button";
import { dayWords } from "../src/lib/time-words";
import { searchQuery } from "../src/pages/clinic/appointments/search";

const noon = new Date(2030, 0, 7, 12, 0).getTime();
const midnight = new Date(2030, 0, 7).toISOString();

describe("A7: what an administrator looks for", () => {
  it("is what is to come, from the beginning of today, where nothing is said", () => {
    expect(searchQuery({ q: "", page: 0 }, {}, noon)).toEqual({ q: "", page: 0, from: midnight });
  });

  it.each([
    [{ q: "rossi", page: 1 }, {}],
    [{ q: "", page: 0, from: "2029-12-01T00:00:00Z" }, {}],
    [{ q: "", page: 0, to: "2029-12-01T00:00:00Z" }, {}],
    [{ q: "", page: 0 }, { status: "CANCELLED" }],
    [{ q: "", page: 0 }, { payment: "UNPAID" }],
  ] as const)("is only what is said: %o, %o", (asked, chosen) => {
    expect(searchQuery(asked, chosen, noon)).toEqual({ ...asked, ...chosen });
  });

  it.each([
    [{ status: "BOOKED", consultation: null }, false],
    [{ status: "BOOKED", consultation: { phase: "LIVE" } }, false],
    [{ status: "BOOKED", consultation: { phase: "ENDED" } }, true],
    [{ status: "HELD", consultation: null }, false],
    [{ status: "CANCELLED", consultation: null }, true],
    [{ status: "NO_SHOW", consultation: { phase: "ENDED" } }, true],
  ])("%o is over: %s", (appointment, over) => {
    expect(isOver(appointment as unknown as Appointment)).toBe(over);
  });
});

describe("days of a list that reaches back for years", () => {
  const t = ((key: string) => key) as never;

  it.each([
    [new Date(2030, 0, 7, 23, 59), "appointment.today"],
    [new Date(2030, 0, 8, 0, 0), "appointment.tomorrow"],
    [new Date(2030, 11, 31, 9, 0), "Tuesday 31 December"],
    [new Date(2029, 11, 31, 9, 0), "Monday, 31 December 2029"],
  ])("%s is %s", (day, words) => {
    expect(dayWords(t, day.toISOString(), noon, "en-GB")).toBe(words);
  });
});
