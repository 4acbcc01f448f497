import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CallHarness } from "./call-harness";

const relayed = (priority: number) => `candidate:1 1 udp ${priority} 192.0.2.1 49174 typ relay raddr 0.0.0.0 rport 0`;
const HOST = "candidate:1 1 udp 2122260223 10.0.0.2 41022 typ host";

let page: CallHarness;

beforeEach(() => {
  vi.useFakeTimers();
  page = new CallHarness();
});
afterEach(() => {
  page.end();
  vi.useRealTimers();
});

function told(): string[] {
  return page.sent("rtc.candidates").flatMap((frame) => (frame.body as { candidates: { candidate: string }[] }).candidates.map(({ candidate }) => candidate));
}

it("V1: whoever waits for an offer looks for ways to themselves meanwhile", async () => {
  await page.open();
  await page.negotiate(1, false);
  expect(page.peer(-1).configuration.iceCandidatePoolSize).toBe(1);
});

it("V1: the other side is told every way, and of those through one relay the best", async () => {
  await page.open();
  await page.negotiate(1);
  for (const way of [HOST, relayed(300), relayed(200), relayed(100)]) page.peer(-1).finds(way);
  await vi.advanceTimersByTimeAsync(50);
  expect(told()).toEqual([HOST, relayed(300)]);
});
