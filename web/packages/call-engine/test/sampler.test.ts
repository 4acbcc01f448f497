import type { Sight } from "@consilium/protocol";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Scope } from "../src/core/scope";
import type { Peers } from "../src/peers";
import { Sampler, type Quality } from "../src/quality/sampler";
import type { Session } from "../src/signalling/session";

/** A link whose counters the test moves. */
class FakeLink {
  connection = { connectionState: "connected" };
  packetsReceived = 0;
  packetsLost = 0;
  constructor(readonly generation: number) {}
  stats = async () => new Map([["i", {
    id: "i", type: "inbound-rtp", kind: "audio", packetsReceived: this.packetsReceived, packetsLost: this.packetsLost,
  }]]);
}

/** Answers each ping after that many ms, and remembers the reports. */
class FakeSession {
  answersAfter = 20;
  asked = 0;
  reports: { peer: string; generation: number; sight: Sight }[] = [];
  send = (type: string, body: never) => {
    if (type === "quality.report") this.reports.push(body);
    if (type !== "ping") return undefined;
    const id = `c-${++this.asked}`;
    setTimeout(() => sampler.answered(id), this.answersAfter);
    return id;
  };
}

let link: FakeLink | null;
let session: FakeSession;
let said: (Quality | null)[];
let scope: Scope;
let sampler: Sampler;
let heldBack: "network" | "cpu" | null;

beforeEach(() => {
  vi.useFakeTimers();
  link = new FakeLink(1);
  session = new FakeSession();
  said = [];
  heldBack = null;
  scope = new Scope();
  sampler = new Sampler({
    scope,
    peers: { first: () => link && { peer: "patient", link } } as unknown as Peers,
    session: session as unknown as Session,
    heldBack: () => heldBack,
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
const twoSeconds = async (packets: number, lost = 0) => {
  if (link) {
    link.packetsReceived += packets;
    link.packetsLost += lost;
  }
  await vi.advanceTimersByTimeAsync(2_000);
};

it("judges from the second look on, and tells page and server", async () => {
  await twoSeconds(100);
  await twoSeconds(100);
  expect(said).toMatchObject([{ score: 5, verdict: { cause: "none" } }]);
  expect(session.reports).toMatchObject([{ peer: "patient", generation: 1, sight: { score: 5, cause: "none" } }]);
});

it("V7: asks the server four times between two looks how long it takes, and reports it; nothing while there is no call", async () => {
  link = null;
  await twoSeconds(0);
  expect(session.asked).toBe(0);
  link = new FakeLink(1);
  await twoSeconds(100);
  await twoSeconds(100);
  expect(session.asked).toBe(4);
  expect(session.reports.at(-1)?.sight).toMatchObject({ signallingRtt: 20, signallingLate: 0 });
});

it("V7: says that the own upload is narrow when our ladder has stepped down, though the browser says nothing", async () => {
  heldBack = "network";
  for (let looks = 0; looks < 4; looks++) await twoSeconds(100);
  expect(said.at(-1)).toMatchObject({ verdict: { cause: "bandwidth", direction: "up" }, interval: { limitation: "bandwidth" } });
  expect(session.reports.at(-1)?.sight).toMatchObject({ limitation: "bandwidth", cause: "bandwidth" });
  heldBack = "cpu";
  for (let looks = 0; looks < 4; looks++) await twoSeconds(100);
  expect(said.at(-1)).toMatchObject({ verdict: { cause: "cpu", side: "me", direction: "up" } });
  heldBack = null;
  for (let looks = 0; looks < 6; looks++) await twoSeconds(100);
  expect(said.at(-1)).toMatchObject({ verdict: { cause: "none" }, interval: { limitation: null } });
});

it("says that nothing arrives, once it is sure, and whose silence it is when the other side says so", async () => {
  await twoSeconds(100);
  await twoSeconds(0);
  expect(said.at(-1)).toMatchObject({ score: 0, verdict: { cause: "none" } });
  await twoSeconds(0);
  expect(said.at(-1)).toMatchObject({ score: 0, verdict: { cause: "silence", side: "between" } });
  sampler.heard({ bitrateUp: 0 } as Sight);
  await twoSeconds(0);
  await twoSeconds(0);
  expect(said.at(-1)).toMatchObject({ verdict: { cause: "silence", side: "them" } });
});

it("V7: what the other side told some time ago says nothing about now", async () => {
  await twoSeconds(100);
  sampler.heard({ score: 2 } as Sight);
  await twoSeconds(100);
  expect(said.at(-1)?.theirs).toMatchObject({ score: 2 });
  for (let looks = 0; looks < 4; looks++) await twoSeconds(100);
  expect(said.at(-1)?.theirs).toBeNull();
});

it("says that the connection is coming back, and does not report that", async () => {
  await twoSeconds(100);
  if (link) link.connection.connectionState = "disconnected";
  await twoSeconds(0);
  await twoSeconds(0);
  expect(said).toEqual([null]);
  expect(session.reports).toEqual([]);
});

it("does not compare one connection with another, even of the same generation", async () => {
  await twoSeconds(1_000);
  link = new FakeLink(1);
  await twoSeconds(100);
  expect(said).toEqual([]);
  await twoSeconds(100);
  expect(said).toMatchObject([{ score: 5 }]);
});

it("measures nothing after the end", async () => {
  await twoSeconds(100);
  scope.close();
  await twoSeconds(100);
  expect(said).toEqual([]);
});
