import { describe, expect, it } from "vitest";
import type { Appointment } from "../src/api/types";
import { chosenDevices } from "../src/lib/chosen-devices";
import { nowLine } from "../src/lib/now-line";
import { canBeCancelled, rightButton } from "../src/lib/right-button";
import { clock, stopwatch, timeWords, untilWords } from "../src/lib/time-words";

const t = ((key: string, values: Record<string, unknown> = {}) => `${key} ${Object.values(values).join(" ")}`.trim()) as never;
const noon = Date.parse("2030-01-07T12:00:00Z");

describe("times as people say them", () => {
  it.each([
    ["2030-01-07T14:30:00Z", "appointment.today_at 14:30"],
    ["2030-01-08T09:00:00Z", "appointment.tomorrow_at 09:00"],
    ["2030-01-10T09:00:00Z", "appointment.on_at Thursday 10 January 09:00"],
  ])("%s is %s", (iso, words) => {
    expect(timeWords(t, iso, noon, "en-GB", "UTC")).toBe(words);
  });

  it("is said in the viewer's zone, also where that is another day", () => {
    expect(timeWords(t, "2030-01-07T23:30:00Z", noon, "en-GB", "Europe/Berlin")).toBe("appointment.tomorrow_at 00:30");
    expect(clock("2030-07-01T12:00:00Z", "en-GB", "America/New_York")).toBe("08:00");
  });

  it.each([
    ["the evening before a day of 23 hours", "2025-03-29T22:30:00Z", "2025-03-30T07:00:00Z", "appointment.tomorrow_at 09:00"],
    ["and the day after that one", "2025-03-29T22:30:00Z", "2025-03-31T07:00:00Z", "appointment.on_at Monday 31 March 09:00"],
    ["the first hour of a day of 25 hours", "2025-10-25T22:15:00Z", "2025-10-26T22:30:00Z", "appointment.today_at 23:30"],
    ["and the day after that one", "2025-10-25T22:15:00Z", "2025-10-27T08:00:00Z", "appointment.tomorrow_at 09:00"],
  ])("U2: where clocks change, tomorrow is the next day: %s", (_, now, iso, words) => {
    expect(timeWords(t, iso, Date.parse(now), "en-GB", "Europe/Berlin")).toBe(words);
  });

  it.each([
    [-1, "appointment.now"],
    [1, "appointment.inMinutes 1"],
    [59 * 60_000, "appointment.inMinutes 59"],
    [2 * 3_600_000, "appointment.inHours 2"],
    [30 * 3_600_000, ""],
  ])("%i ms away is %s", (away, words) => {
    expect(untilWords(t, new Date(noon + away).toISOString(), noon)).toBe(words);
  });

  it.each([[0, "00:00"], [61_000, "01:01"], [3_723_000, "1:02:03"], [-5, "00:00"]])("%i ms reads %s", (ms, text) => {
    expect(stopwatch(ms)).toBe(text);
  });
});

describe("the right button", () => {
  const appointment = (change: object): Appointment =>
    ({
      status: "BOOKED", payment: { status: "PAID" }, consultation: { phase: "OPEN", present: [], came: [] }, entry: { allowed: true, code: null }, ...change,
    }) as unknown as Appointment;

  it.each([
    [{}, "PATIENT", "start"],
    [{}, "DOCTOR", "join"],
    [{ consultation: { phase: "WAITING", present: ["other"], came: ["other"] } }, "PATIENT", "join"],
    [{ consultation: { phase: "WAITING", present: [], came: ["other"] } }, "PATIENT", "start"],
    [{ consultation: { phase: "WAITING", present: [], came: ["me"] } }, "PATIENT", "rejoin"],
    [{ consultation: { phase: "WAITING", present: ["other"], came: ["me", "other"] } }, "DOCTOR", "rejoin"],
    [{ consultation: { phase: "LIVE", present: ["me", "other"], came: ["me", "other"] } }, "PATIENT", "rejoin"],
    [{ payment: { status: "UNPAID" } }, "PATIENT", "pay"],
    [{ payment: { status: "UNPAID" } }, "DOCTOR", "none"],
    [{ entry: { allowed: false, code: "TOO_EARLY" } }, "PATIENT", "test"],
    [{ entry: { allowed: false, code: "TOO_LATE" } }, "PATIENT", "none"],
    [{ status: "CANCELLED" }, "PATIENT", "none"],
    [{ consultation: { phase: "ENDED" } }, "DOCTOR", "none"],
  ] as const)("%o for %s is %s", (change, role, button) => {
    expect(rightButton(appointment(change), { id: "me", role })).toBe(button);
  });

  it.each([
    [{}, true],
    [{ consultation: null }, true],
    [{ consultation: { phase: "WAITING", firstLiveAt: null } }, true],
    [{ consultation: { phase: "LIVE", firstLiveAt: "2030-01-07T12:00:00Z" } }, false],
    [{ consultation: { phase: "WAITING", firstLiveAt: "2030-01-07T12:00:00Z" } }, false],
    [{ consultation: { phase: "ENDED" } }, false],
    [{ status: "CANCELLED" }, false],
  ])("%o can be cancelled: %s", (change, can) => {
    expect(canBeCancelled(appointment(change))).toBe(can);
  });
});

describe("the present in a day's list", () => {
  const day = ["2030-01-07T11:30:00Z", "2030-01-07T12:00:00Z", "2030-01-07T12:30:00Z"];

  it("stands after what has begun and before what has not", () => {
    expect(nowLine(day, noon)).toBe(2);
    expect(nowLine(day, noon - 1)).toBe(1);
    expect(nowLine(day, noon - 3_600_000)).toBe(0);
    expect(nowLine(day, noon + 3_600_000)).toBe(3);
  });
});

describe("what is used of the devices", () => {
  const state = (camera: { label: string } | null, speakerId: string | null) => ({
    camera: { track: camera }, microphone: { track: { label: "Headset" } }, speakerId,
    devices: { speaker: [{ deviceId: "s1", label: "" }, { deviceId: "s2", label: "Phones" }] },
  }) as never;

  it("is named as the browser names it, and left out where it is off or has no name", () => {
    expect(chosenDevices(state({ label: "Back" }, "s2"))).toEqual(["Back", "Headset", "Phones"]);
    expect(chosenDevices(state({ label: "" }, "s1"))).toEqual(["Headset"]);
    expect(chosenDevices(state(null, null))).toEqual(["Headset"]);
  });
});
