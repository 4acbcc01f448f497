import { describe, expect, it } from "vitest";
import { dayEnd, dayStart } from "../src/lib/day-bounds";
import { aroundFrom, dayIn, dayName, nearest, target } from "../src/pages/after-call/agreed/days";
import { allergiesIn, codeOf, FREQUENCIES, isComplete, NEW_ITEM } from "../src/pages/prescription/item-words";

describe("A4: a prescription's form", () => {
  const words = (code: string) => code.toLowerCase().replaceAll("_", " ");

  it("keeps what the doctor typed as a code where it says the same, so that the patient reads their own language", () => {
    expect(codeOf(" Twice daily ", FREQUENCIES, words)).toBe("TWICE_DAILY");
    expect(codeOf("1-0-1", FREQUENCIES, words)).toBe("1-0-1");
  });

  it("wants a name, a dose and how often", () => {
    const whole = { ...NEW_ITEM, medication: "Ibuprofen", dose: "400 mg", frequency: "AS_NEEDED" };
    expect(isComplete(whole)).toBe(true);
    for (const part of ["medication", "dose", "frequency"]) expect(isComplete({ ...whole, [part]: " " })).toBe(false);
  });

  it("points at an allergy that the name holds, in any spelling of capitals, and at none for a few letters", () => {
    expect(allergiesIn("Phenoxymethylpenicillin", ["Penicillin", "Nuts"])).toEqual(["Penicillin"]);
    expect(allergiesIn("Amoxicillin", ["amoxicillin 500"])).toEqual(["amoxicillin 500"]);
    expect(allergiesIn("Amo", ["Amoxicillin"])).toEqual([]);
  });
});

describe("L7: days", () => {
  const now = new Date(2030, 0, 31, 23, 30);

  it("are counted where the reader is, over the end of a month", () => {
    expect(dayIn(0, now)).toBe("2030-01-31");
    expect(dayIn(1, now)).toBe("2030-02-01");
    expect(dayIn(28, now)).toBe("2030-02-28");
  });

  it("have the same name everywhere", () => {
    expect(dayName("2030-01-21", "en-GB")).toBe("Monday 21 January");
  });

  it("around a proposal begin three days early, and never in the past", () => {
    expect(aroundFrom("2030-02-14", now)).toBe("2030-02-11T00:00:00.000Z");
    expect(aroundFrom("2030-02-01", now)).toBe(now.toISOString());
  });

  it("of free times the closest to the proposal are offered, earliest first", () => {
    const slots = ["2030-02-11T09:00:00Z", "2030-02-14T08:00:00Z", "2030-02-14T15:00:00Z", "2030-02-20T09:00:00Z"].map((start) => ({ start }));
    const around = nearest(slots, target({ day: "2030-02-14", at: null }), 2);
    expect(around.map(({ start }) => start)).toEqual(["2030-02-14T08:00:00Z", "2030-02-14T15:00:00Z"]);
    expect(nearest(slots, target({ day: "2030-02-14", at: "2030-02-20T09:00:00Z" }), 1)).toEqual([slots[3]]);
    expect(nearest([], 0, 4)).toEqual([]);
  });

  it("bound a search from the first instant to the first after it; what is no day bounds nothing", () => {
    expect(Date.parse(dayEnd("2030-01-21") ?? "") - Date.parse(dayStart("2030-01-21") ?? "")).toBe(86_400_000);
    expect(dayStart("yesterday")).toBeNull();
  });
});
