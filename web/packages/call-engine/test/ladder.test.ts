import { describe, expect, it } from "vitest";
import { afresh, atTop, step } from "../src/quality/ladder";
import type { Ladder } from "../src/quality/ladder-state";
import type { Reading } from "../src/quality/reading";
import { rungAt, SMALLEST, SOUND, VOICE } from "../src/quality/rungs";
import { chance, Way } from "./way";

const fine: Reading = { at: 0, available: 5_000_000, granted: 2_400_000, sent: 2_500_000, loss: null, queued: 0, fps: 30, limitation: "none", encoding: 5, resent: 0, arrived: true, lossDown: null };
const seen = (ladder: Ladder, ...readings: Partial<Reading>[]) => readings.reduce((now: Ladder, reading) => step(now, { ...fine, ...reading }), ladder);

describe("Q1, Q2: the ladder on a way of constant width", () => {
  it.each([
    [5_000_000, "720p"], [1_300_000, "720p"], [600_000, "360p"], [450_000, "360p"], [300_000, "180p"], [150_000, "180p"], [65_000, "sound"],
  ])("of %i bit/s finds its place: %s", (capacity, name) => {
    const way = new Way(capacity).run(15_000);
    expect(way.name).toBe(name);
  });

  it("stays at the top on a good way and asks nothing", () => {
    const way = new Way(10_000_000).run(600_000);
    expect([way.steps, way.ladder.limit]).toEqual([[], 2_500_000]);
  });

  it("does not go to and fro: in ten minutes on any constant way few steps, and fewer as time goes by", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = chance(seed);
      const way = new Way(60_000 + random() * 2_500_000, random).run(600_000);
      const early = way.steps.filter(({ at }) => at <= 120_000).length;
      const late = way.steps.filter(({ at }) => at > 300_000).length;
      expect(early, `seed ${seed}, ${Math.round(way.capacity)} bit/s`).toBeLessThanOrEqual(14);
      expect(late, `seed ${seed}, ${Math.round(way.capacity)} bit/s`).toBeLessThanOrEqual(12);
    }
  });
});

describe("Q1: down fast", () => {
  it.each([300_000, 150_000])("sends next to nothing within 1.25 s of a fall to %i bit/s, and a small picture a second later", (capacity) => {
    const way = new Way(5_000_000).run(10_000);
    way.capacity = capacity;
    let drainedAt = 0;
    way.run(1_250, () => { if (way.ladder.drainUntil !== null) drainedAt ||= way.at; });
    expect(drainedAt).toBeGreaterThan(0);
    way.run(1_000);
    expect([way.name, way.ladder.drainUntil]).toEqual(["180p", null]);
    way.run(1_000);
    expect(way.ladder.limit).toBeLessThan(capacity - VOICE);
  });

  it("goes down without draining when the way narrows a little", () => {
    const narrow = { available: 550_000, sent: 560_000, granted: 400_000 };
    const ladder = seen({ ...atTop(0), sent: 600_000 }, ...[2_000, 2_250, 2_500].map((at) => ({ ...narrow, at })));
    expect(ladder).toMatchObject({ rung: 1, drainUntil: null, reason: "network" });
  });

  it("drains when packets wait in this browser: what is old is worth nothing", () => {
    expect(seen(atTop(0), { at: 5_000, queued: 900 }).drainUntil).toBe(5_750);
  });

  it("is not moved by one bad look", () => {
    expect(seen(atTop(0), { at: 5_000, available: 600_000, sent: 600_000 }, { at: 5_250 }).rung).toBe(0);
  });

  it("lets the way drain when most of what the other side sends gets lost: its reports about ours get lost as well", () => {
    expect(seen(atTop(0), { at: 5_000, lossDown: 0.9 }).drainUntil).toBe(5_750);
    expect(seen(atTop(0), { at: 5_000, lossDown: 0.3 }).drainUntil).toBeNull();
    expect(seen(atTop(0), { at: 5_000, lossDown: 0.9, sent: 150_000 }).drainUntil).toBeNull();
  });

  it("believes nothing that the browser believed before a flood: on comes a small picture, until somebody has told it more", () => {
    const flooded = seen(atTop(0), { at: 5_000, lossDown: 0.9 }, { at: 5_750, sent: 100_000 });
    expect([rungAt(flooded.rung).name, flooded.limit, flooded.drainUntil]).toEqual(["180p", 40_000, null]);
    expect(seen(flooded, { at: 6_000, sent: 100_000 }).limit).toBe(40_000);
    expect(seen(flooded, { at: 6_000, sent: 100_000, available: 180_000 }).limit).toBe(0.8 * (180_000 - VOICE));
  });

  it("goes on with the smallest picture when the way has to drain again at once, whatever the browser says", () => {
    const overloaded = (at: number) => ({ at, available: 1_400_000 + at, sent: 2_500_000 });
    const once = seen(atTop(0), ...[5_000, 5_750].map(overloaded));
    expect([once.rung, once.drainUntil]).toEqual([0, null]);
    expect(rungAt(seen(once, ...[6_000, 6_750].map(overloaded)).rung).name).toBe("180p");
  });

  it("is sound alone after three seconds in which even the smallest picture piles up again and again", () => {
    const small: Ladder = { ...atTop(0), rung: SMALLEST, nextClimb: 60_000, sent: 80_000 };
    const hopeless = Array.from({ length: 18 }, (_, index) => ({ at: 5_000 + index * 250, available: 66_000 + (index % 3) * 6_000, sent: 90_000, queued: index % 5 === 0 ? 900 : 0 }));
    expect(seen(small, ...hopeless.slice(0, 12)).rung).toBe(SMALLEST);
    expect(seen(small, ...hopeless).rung).toBe(SOUND);
    const flooding = Array.from({ length: 14 }, (_, index) => ({ at: 5_000 + index * 250, available: 60_000, sent: 160_000 }));
    expect(seen(small, ...flooding).rung).toBe(SOUND);
    const hopeful = hopeless.map((look) => ({ ...look, available: look.available + 60_000 }));
    expect(seen(small, ...hopeful).rung).toBe(SMALLEST);
  });

  it("gives the browser time to measure when a picture begins", () => {
    const ladder = seen(afresh(atTop(0), 60_000), { at: 60_250, available: 400_000, sent: 100_000 }, { at: 60_500, available: 400_000, sent: 100_000 });
    expect(ladder.rung).toBe(0);
  });

  it("follows the processor: too few frames and a busy computer, for four seconds", () => {
    const busy = (at: number): Partial<Reading> => ({ at, fps: 9, limitation: "cpu", encoding: 80 });
    const looks = Array.from({ length: 17 }, (_, index) => busy(5_000 + index * 250));
    expect(seen(atTop(0), ...looks.slice(0, 16)).rung).toBe(0);
    expect(seen(atTop(0), ...looks)).toMatchObject({ rung: 1, reason: "cpu", nextClimb: 9_000 + 30_000 });
  });

  it("few frames alone are no reason: a dark room makes cameras slow", () => {
    const looks = Array.from({ length: 40 }, (_, index) => ({ at: 5_000 + index * 250, fps: 9, encoding: 5 }));
    expect(seen(atTop(0), ...looks).rung).toBe(0);
  });
});

describe("Q1, Q2: Firefox, which does not say what the way carries", () => {
  const firefox = (at: number, more: Partial<Reading> = {}): Partial<Reading> =>
    ({ at, available: null, granted: 2_400_000, sent: 1_300_000, limitation: null, ...more });
  const steady = [5_000, 5_250, 5_500].map((at) => firefox(at));

  it("goes down by what gets through, however much the browser grants a picture of that size", () => {
    const ladder = seen(atTop(0), ...steady, firefox(5_750, { loss: 0.85 }), firefox(6_000));
    expect(rungAt(ladder.rung).name).toBe("180p");
    expect(ladder.limit).toBeLessThan(0.15 * 1_300_000);
    expect(ladder.reason).toBe("network");
  });

  it("sends no picture for a moment, and then the smallest, when more than half of it is sent again", () => {
    const choked = seen(atTop(0), ...steady, firefox(5_750, { resent: 0.7 }));
    expect([rungAt(choked.rung).name, choked.drainUntil, choked.dark]).toEqual(["180p", 6_500, true]);
    expect(seen(choked, firefox(6_500)).drainUntil).toBeNull();
    expect(seen(atTop(0), ...steady, firefox(5_750, { resent: 0.25 })).drainUntil).toBeNull();
    expect(seen(atTop(0), { at: 5_000, resent: 0.7 }).drainUntil).toBeNull();
  });

  it("stays where it is when little gets lost, or much of very much", () => {
    expect(seen(atTop(0), ...steady, firefox(5_750, { loss: 0.08 }), firefox(6_000)).rung).toBe(0);
    expect(seen(atTop(0), ...steady, firefox(5_750, { loss: 0.2 }), firefox(6_000)).rung).toBe(0);
  });

  it("is not pushed further down by reports about what was sent before", () => {
    const fallen = seen(atTop(0), ...steady, firefox(5_750, { loss: 0.85 }), firefox(6_000));
    const later = seen(fallen, ...[6_250, 6_500, 7_000].map((at) => firefox(at, { granted: 100_000, sent: 160_000, loss: 0.8 })), firefox(8_000, { granted: 100_000, sent: 160_000, loss: 0 }));
    expect(later.rung).toBe(fallen.rung);
  });

  it("gives up the picture when even the smallest does not get through for three seconds", () => {
    const small = seen(atTop(0), ...steady, firefox(5_750, { loss: 0.85 }), firefox(6_000));
    const looks = Array.from({ length: 24 }, (_, index) => firefox(7_500 + index * 250, { granted: 100_000, sent: 160_000, loss: 0.6 }));
    expect(seen(small, ...looks).rung).toBe(SOUND);
  });

  it("tries more after a while without losses", () => {
    const small = seen(atTop(0), ...steady, firefox(5_750, { loss: 0.85 }), firefox(6_000));
    expect(seen(small, ...Array.from({ length: 60 }, (_, index) => firefox(6_250 + index * 250, { loss: 0 }))).rung).toBe(0);
  });
});

describe("Q2: up slow, and with a way back", () => {
  it.each([300_000, 150_000])("is at the top again within ten seconds after %i bit/s", (capacity) => {
    const way = new Way(5_000_000).run(10_000);
    way.capacity = capacity;
    way.run(20_000);
    way.capacity = 5_000_000;
    way.run(10_000);
    expect(way.name).toBe("720p");
    expect(way.ladder.limit).toBe(2_500_000);
  });

  it("goes up one rung after the other", () => {
    const way = new Way(5_000_000).run(10_000);
    way.capacity = 300_000;
    way.run(20_000);
    way.capacity = 5_000_000;
    const before = way.steps.length;
    way.run(20_000);
    expect(way.steps.slice(before).map(({ from, to }) => from - to)).toEqual([1, 1]);
  });

  it("tries a picture again after sound only, ever more rarely while it does not help", () => {
    const way = new Way(70_000).run(300_000);
    const trials = way.steps.filter(({ from }) => from === SOUND).map(({ at }) => at);
    const gaps = trials.slice(1).map((at, index) => at - (trials[index] ?? 0));
    expect(trials.length).toBeGreaterThan(2);
    expect(Math.max(...gaps.slice(0, 1))).toBeLessThan(Math.max(...gaps));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(70_000);
  });

  it("finds back from sound only", () => {
    const way = new Way(70_000).run(60_000);
    expect(way.name).toBe("sound");
    way.capacity = 5_000_000;
    way.run(90_000);
    expect(way.name).toBe("720p");
  });

  it("the person may ask at once", () => {
    expect(afresh({ ...atTop(0), rung: SOUND, nextClimb: 99_000 }, 10_000)).toMatchObject({ rung: SMALLEST, limit: rungAt(SMALLEST).fits });
  });

  it("does not ask for more while much gets lost", () => {
    const looks = Array.from({ length: 80 }, (_, index) => ({ at: 5_000 + index * 250, available: 350_000, sent: 250_000, loss: index % 4 === 0 ? 0.2 : null }));
    const ladder = seen({ ...atTop(0), rung: 2, limit: 150_000 }, ...looks);
    expect([ladder.rung, ladder.knock, ladder.limit]).toEqual([2, null, 150_000]);
  });
});

describe("where the browser does not say what the way carries", () => {
  const firefox = (at: number, granted: number | null): Partial<Reading> => ({ at, available: null, granted, limitation: null });

  it("goes down by what it grants the picture", () => {
    expect(seen(atTop(0), ...[5_000, 5_250, 5_500].map((at) => firefox(at, 240_000)))).toMatchObject({ rung: 2, reason: "network" });
  });

  it("goes up when it grants all that is allowed", () => {
    const low: Ladder = { ...atTop(0), rung: 2, limit: 150_000, nextClimb: 9_000 };
    expect(seen(low, firefox(8_750, 150_000)).rung).toBe(2);
    expect(seen(low, firefox(9_000, 150_000)).rung).toBe(1);
  });

  it("waits longer after each climb that did not last", () => {
    const low: Ladder = { ...atTop(0), rung: 2, limit: 150_000, nextClimb: 9_000 };
    const back = seen(low, firefox(9_000, 150_000), ...[9_250, 9_500, 9_750].map((at) => firefox(at, 100_000)));
    expect(back).toMatchObject({ rung: 2, wait: 10_000 });
  });
});
