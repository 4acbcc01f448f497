import { describe, expect, it } from "vitest";
import { nextLook, takesLong } from "../src/pages/checkout/patience";
import { priceWords } from "../src/lib/price-words";

describe("A2: waiting for the bank", () => {
  it("looks every second at first, then less and less often, and never gives up", () => {
    expect([0, 5_000, 14_999, 15_000, 60_000, 150_000, 3_600_000].map(nextLook)).toEqual([1_000, 1_000, 1_000, 2_000, 6_000, 15_000, 15_000]);
  });

  it("asks nobody to sit and wait for longer than a minute", () => {
    expect([59_999, 60_000].map(takesLong)).toEqual([false, true]);
  });

  it("writes sums with as many digits as the currency has", () => {
    expect(priceWords(4500, "EUR", "en")).toBe("€45.00");
    expect(priceWords(4500, "JPY", "en")).toBe("¥4,500");
    expect(priceWords(4500, "KWD", "en")).toContain("4.500");
  });
});
