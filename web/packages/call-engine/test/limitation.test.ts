import { expect, it } from "vitest";
import { limitation } from "../src/quality/limitation";

it("V7: what our ladder did counts where the browser sees nothing that holds it back, or never says", () => {
  expect([limitation("none", "network"), limitation(null, "network"), limitation(null, "cpu")]).toEqual(["bandwidth", "bandwidth", "cpu"]);
});

it("V7: the browser's own word counts where the ladder stands at the top", () => {
  expect([limitation("bandwidth", null), limitation("none", null), limitation(null, null)]).toEqual(["bandwidth", "none", null]);
});

it("V7: a busy device explains more than a narrow way", () => {
  expect([limitation("cpu", "network"), limitation("bandwidth", "cpu"), limitation("other", "network")]).toEqual(["cpu", "cpu", "bandwidth"]);
});
