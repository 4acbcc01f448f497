import type { Sending } from "@consilium/call-engine";
import { expect, it } from "vitest";
import { pictureWords, type PictureWords } from "../src/lib/picture-words";

const told = (...rungs: [Sending["rung"], Sending["reason"]][]) => {
  const said: (PictureWords | null)[] = [];
  rungs.reduce<PictureWords | null>((before, [rung, reason]) => {
    const now = pictureWords(before, { rung, reason });
    if (now !== before) said.push(now);
    return now;
  }, null);
  return said;
};

it("Q2: nothing is said while the picture is whole", () => {
  expect(told(["720p", null], ["720p", "network"])).toEqual([]);
});

it("Q2: a smaller picture is explained once, not at every step, and so is the return", () => {
  expect(told(["360p", "network"], ["180p", "network"], ["360p", "network"], ["720p", null])).toEqual(["slow", "back"]);
});

it("Q2: a busy device is not blamed on the connection", () => {
  expect(told(["360p", "cpu"])).toEqual(["busy"]);
});

it("Q2: sound only is said as long as it lasts", () => {
  expect(told(["180p", "network"], ["sound", "network"], ["180p", "network"], ["720p", null], ["360p", "network"])).toEqual(["slow", "sound", "slow", "back", "slow"]);
});
