import { expect, it } from "vitest";
import { AccessWatch } from "../src/quality/access";

/** Asks every second and answers after that many ms each. */
function after(...took: number[]): AccessWatch {
  const watch = new AccessWatch();
  took.forEach((each, second) => {
    watch.ask(`${second}`, second * 1_000);
    watch.answer(`${second}`, second * 1_000 + each);
  });
  return watch;
}

it("knows nothing before the first answer", () => {
  expect(new AccessWatch().now(0)).toEqual({ signallingRtt: null, signallingJitter: null, signallingLate: null });
});

it("V7: knows how long this side's server takes, and how steadily", () => {
  expect(after(20, 22, 21, 20, 24).now(5_000)).toEqual({ signallingRtt: 21, signallingJitter: 1, signallingLate: 0 });
});

it("V7: an answer that was lost and sent again is late; a slow network is not late but slow", () => {
  expect(after(20, 20, 260, 20, 20, 20, 20, 20, 20, 470).now(10_000).signallingLate).toBe(0.2);
  expect(after(300, 310, 305, 300).now(4_000)).toMatchObject({ signallingLate: 0, signallingRtt: 302.5 });
});

it("an answer that is still missing is late already", () => {
  const watch = after(20, 20, 20);
  watch.ask("lost", 3_000);
  expect(watch.now(3_100).signallingLate).toBe(0);
  expect(watch.now(3_200).signallingLate).toBe(0.25);
});

it("a network that has become slow is slow, not late", () => {
  const watch = after(...Array.from({ length: 10 }, () => 20), ...Array.from({ length: 60 }, () => 200));
  expect(watch.now(250_000)).toMatchObject({ signallingRtt: 200, signallingLate: 0 });
});

it("does not take an answer for that of another question", () => {
  const watch = after(20);
  watch.answer("never asked", 50);
  watch.answer("0", 90_000);
  expect(watch.now(90_000).signallingRtt).toBe(20);
});
