import { describe, expect, it } from "vitest";
import { clockOffset } from "../src/core/server-clock";

describe("the server's clock", () => {
  const now = Date.parse("2030-01-07T10:00:00Z");

  it("is followed when it is somewhere else", () => {
    expect(clockOffset(0, "2030-01-07T10:26:00Z", now)).toBe(26 * 60_000);
    expect(clockOffset(60_000, "2030-01-07T09:59:00Z", now)).toBe(-60_000);
  });

  it("is not chased for what the network adds", () => {
    expect(clockOffset(1_000, "2030-01-07T10:00:01.499Z", now)).toBe(1_000);
    expect(clockOffset(1_000, "2030-01-07T10:00:01.500Z", now)).toBe(1_500);
  });
});
