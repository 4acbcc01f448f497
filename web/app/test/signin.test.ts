import { describe, expect, it } from "vitest";
import { afterConfirming, nextPage } from "../src/lib/after-link";
import { dateOf } from "../src/lib/date-of";

const CALL = "/call/0b6f2f6e-5d1c-4b3f-8a43-0f0f6e3c9a11";
const NOW = Date.parse("2030-01-07T09:00:00Z");

describe("the way in by a link", () => {
  it("A6: leads from the confirmation to the device check, and from there to the call", () => {
    const check = new URL(afterConfirming(CALL), "https://clinic.example");
    expect(check.pathname).toBe("/device-check");
    expect(check.searchParams.get("appointment")).toBe(CALL.slice(6));
    expect(nextPage(check.searchParams.get("then"))).toBe(CALL);
  });

  it("leads anywhere else at once", () => {
    expect(afterConfirming("/appointments/x/after")).toBe("/appointments/x/after");
  });

  it.each(["https://evil.example", "//evil.example", "/call/../admin", "/call/x", "javascript:alert(1)", null])("goes home rather than to %s", (then) => {
    expect(nextPage(then)).toBe("/");
  });
});

describe("a date of birth", () => {
  it.each([["1", "3", "1984", "1984-03-01"], ["29", "2", "1980", "1980-02-29"], ["07", "01", "2030", "2030-01-07"], ["1", "1", "1900", "1900-01-01"]])("%s. %s. %s is %s", (day, month, year, iso) => {
    expect(dateOf(day, month, year, NOW)).toBe(iso);
  });
  it.each([["29", "2", "1981"], ["31", "4", "1980"], ["0", "1", "1980"], ["1", "13", "1980"], ["8", "1", "2030"], ["31", "12", "1899"], ["1", "1", "84"], ["", "1", "1984"]])("%s. %s. %s is no such day", (day, month, year) => {
    expect(dateOf(day, month, year, NOW)).toBe("");
  });
});
