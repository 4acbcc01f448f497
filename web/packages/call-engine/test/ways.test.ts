import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CallHarness } from "./call-harness";

let page: CallHarness;

beforeEach(() => {
  vi.useFakeTimers();
  page = new CallHarness();
});
afterEach(() => {
  page.end();
  vi.useRealTimers();
});

it("V1: whoever waits for an offer looks for ways to themselves meanwhile", async () => {
  await page.open();
  await page.negotiate(1, false);
  expect(page.peer(-1).configuration.iceCandidatePoolSize).toBe(1);
});
