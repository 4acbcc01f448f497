import { describe, expect, it } from "vitest";
import { regional } from "../src/lib/time-words";

const HALF_PAST_TWO = Date.UTC(2026, 10, 30, 14, 30);
const said = (language: string, own: string) =>
  new Intl.DateTimeFormat(regional(language, own), { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(HALF_PAST_TWO);

describe("A12: times", () => {
  it("are those of the reader's country", () => {
    expect(said("en", "en-GB")).toContain("14:30");
    expect(said("en", "en-US")).toContain("2:30");
    expect(said("fr", "fr-CA")).toContain("14 h 30");
    expect(said("es", "es-MX")).toContain("noviembre");
  });

  it("are not those of the browser's language when another one was chosen", () => expect(regional("fr", "en-US")).toBe("fr"));

  it.each(["ar", "ar-EG", "ar-SA", "ar-MA", "de-DE"])("have the digits 0 to 9 and the Gregorian year in Arabic, %s", (own) => {
    expect(said("ar", own)).toMatch(/\b30\b.*2026/);
    expect(said("ar", own)).not.toMatch(/[٠-٩]/);
  });
});
