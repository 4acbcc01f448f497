import { describe, expect, it } from "vitest";
import type { Reading } from "../src/quality/reading";
import { PLAIN, redundancy } from "../src/quality/redundancy";

const reading: Reading = { at: 0, available: 1_000_000, granted: null, sent: null, loss: null, queued: 0, fps: null, limitation: null, encoding: null, resent: 0, arrived: true, lossDown: null };
const after = (...readings: Partial<Reading>[]) => readings.reduce((now, one, index) => redundancy(now, { ...reading, at: index * 1_000, ...one }), PLAIN);

describe("Q3: sending sound twice", () => {
  it("begins at once when much gets lost, and at the second report when some does", () => {
    expect(after({ loss: 0.2 }).on).toBe(true);
    expect(after({ loss: 0.03 }).on).toBe(false);
    expect(after({ loss: 0.03 }, {}, { loss: 0.03 }).on).toBe(true);
    expect(after({ loss: 0.03 }, { loss: 0 }, { loss: 0.03 }).on).toBe(false);
  });

  it("costs nothing on a way that loses nothing", () => {
    expect(after(...Array.from({ length: 600 }, () => ({ loss: 0.005 }))).on).toBe(false);
  });

  it("ends after twenty clean seconds, not before", () => {
    const clean = (seconds: number) => after({ loss: 0.2 }, ...Array.from({ length: seconds + 1 }, () => ({ loss: 0 })));
    expect([clean(19).on, clean(20).on]).toEqual([true, false]);
    expect(after({ loss: 0.2 }, ...Array.from({ length: 19 }, () => ({ loss: 0 })), { loss: 0.015 }, ...Array.from({ length: 10 }, () => ({ loss: 0 }))).on).toBe(true);
  });

  it("is not for ways that are narrow: there it would make the loss worse", () => {
    expect(after({ loss: 0.2, available: 150_000 }).on).toBe(false);
    expect(after({ loss: 0.2 }, { available: 150_000 }).on).toBe(false);
  });

  it("works where the browser does not say what the way carries", () => {
    expect(after({ loss: 0.2, available: null }).on).toBe(true);
  });
});
