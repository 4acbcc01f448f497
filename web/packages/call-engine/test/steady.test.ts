import { expect, it } from "vitest";
import { NOTHING, type Verdict } from "../src/quality/attribution";
import { CALM, steady } from "../src/quality/steady";

const LOSS: Verdict = { cause: "loss", side: "me", direction: "both" };
const SLOW: Verdict = { cause: "bandwidth", side: "them", direction: "down" };
const shown = (...looks: Verdict[]) => looks.reduce<{ state: typeof CALM; all: Verdict[] }>(
  ({ state, all }, look) => {
    const next = steady(state, look);
    return { state: next, all: [...all, next.shown] };
  }, { state: CALM, all: [] }).all.map(({ cause }) => cause);

it("V7: believes a verdict when it was seen twice, and that all is well again when it was seen three times", () => {
  expect(shown(LOSS, LOSS, NOTHING, NOTHING, NOTHING)).toEqual(["none", "loss", "loss", "loss", "none"]);
});

it("is not moved by one look that says something else", () => {
  expect(shown(LOSS, LOSS, SLOW, LOSS, SLOW, LOSS)).toEqual(["none", "loss", "loss", "loss", "loss", "loss"]);
});

it("keeps whose trouble it is while the same goes on and cannot be told any more", () => {
  const looks = [LOSS, LOSS, { ...LOSS, side: "between" } as const];
  expect(looks.reduce(steady, CALM).shown).toEqual(LOSS);
});
