import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TakeClock } from "../../src/recording/take-clock";

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

describe("R1: the time of a take", () => {
  it("counts from the moment at which the server opened it", () => {
    const clock = new TakeClock(5_000, 120);
    vi.advanceTimersByTime(2_000);
    expect([clock.now(), clock.holds()]).toEqual([7_000, true]);
  });

  it.each([[499, 5_000], [500, 5_000], [501, 5_001], [2_000, 6_500]])("is behind the server's by half a second at most: an answer that took %d ms", (took, now) => {
    expect(new TakeClock(5_000, took).now()).toBe(now);
  });

  it.each([[999, true], [1_000, true], [1_001, false], [-1_001, false]])("two clocks %d ms apart: it holds %s", (apart, holds) => {
    const clock = new TakeClock(5_000, 0);
    vi.setSystemTime(Date.now() + apart);
    expect(clock.holds()).toBe(holds);
  });

  it("does not hold again once they agree again: nobody knows what came in between", () => {
    const clock = new TakeClock(5_000, 0);
    const before = Date.now();
    vi.setSystemTime(before + 2_000);
    clock.holds();
    vi.setSystemTime(before);
    expect(clock.holds()).toBe(false);
  });
});
