import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Scope } from "../src/core/scope";
import type { Peers } from "../src/peers";
import { Sampler } from "../src/quality/sampler";
import type { Quality } from "../src/quality/score";
import type { Session } from "../src/signalling/session";

/** A link whose counters the test moves. */
class FakeLink {
  connection = { connectionState: "connected" };
  packetsReceived = 0;
  constructor(readonly generation: number) {}
  stats = async () => new Map([["i", { id: "i", type: "inbound-rtp", kind: "audio", packetsReceived: this.packetsReceived }]]);
}

let link: FakeLink | null;
let said: Quality[];
let reports: Record<string, unknown>[];
let scope: Scope;

beforeEach(() => {
  vi.useFakeTimers();
  link = new FakeLink(1);
  said = [];
  reports = [];
  scope = new Scope();
  const sampler = new Sampler({
    scope,
    peers: { first: () => link && { peer: "patient", link } } as unknown as Peers,
    session: { send: (type: string, body: Record<string, unknown>) => { if (type === "quality.report") reports.push(body); } } as unknown as Session,
    expectsMedia: () => true,
    onQuality: (quality) => said.push(quality),
  });
  sampler.start();
  sampler.start();
});
afterEach(() => {
  scope.close();
  vi.useRealTimers();
});
const twoSeconds = async (packets: number) => {
  if (link) link.packetsReceived += packets;
  await vi.advanceTimersByTimeAsync(2_000);
};

it("judges from the second look on, and tells page and server", async () => {
  await twoSeconds(100);
  await twoSeconds(100);
  expect(said.map((quality) => quality.reason)).toEqual(["good"]);
  expect(reports).toEqual([{ peer: "patient", generation: 1, sight: expect.objectContaining({ score: 5 }) }]);
});

it("says that nothing arrives", async () => {
  await twoSeconds(100);
  await twoSeconds(0);
  expect(said.at(-1)).toMatchObject({ score: 0, reason: "no-media" });
});

it("says that the connection is coming back, and does not report that", async () => {
  await twoSeconds(100);
  if (link) link.connection.connectionState = "disconnected";
  await twoSeconds(0);
  await twoSeconds(0);
  expect(said.map((quality) => quality.reason)).toEqual(["reconnecting"]);
  expect(reports).toEqual([]);
});

it("does not compare one connection with another, even of the same generation", async () => {
  await twoSeconds(1_000);
  link = new FakeLink(1);
  await twoSeconds(100);
  expect(said).toEqual([]);
  await twoSeconds(100);
  expect(said.map((quality) => quality.score)).toEqual([5]);
});

it("measures nothing after the end", async () => {
  await twoSeconds(100);
  scope.close();
  await twoSeconds(100);
  expect(said).toEqual([]);
});
