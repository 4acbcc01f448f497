import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Scope } from "../../src/core/scope";
import { largestPart, Pace, pause } from "../../src/recording/pace";
import type { Segment } from "../../src/recording/segment";
import { MemorySpool } from "../../src/recording/spool";
import { Uploader, type Outcome } from "../../src/recording/uploader";

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const segment = (index: number, size = 10): Segment => ({
  recording: "r", take: 1, index, final: false, from: index * 1_000, to: (index + 1) * 1_000, sha256: "x", bytes: new ArrayBuffer(size),
});

/** A server that answers as it is told, and otherwise stores. */
class FakeServer {
  readonly asked: number[] = [];
  readonly answers: (Outcome | "down" | "silent")[] = [];
  /** By take: what is there. */
  readonly there: { take: number; have: number; beyond: number[] }[] = [];
  questions = 0;
  atOnce = 0;
  most = 0;

  received = async () => {
    this.questions++;
    return [...this.there];
  };

  put = async ({ index }: Segment): Promise<Outcome> => {
    this.asked.push(index);
    this.most = Math.max(this.most, ++this.atOnce);
    const answer = this.answers.shift() ?? "stored";
    if (answer === "silent") await new Promise(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    this.atOnce--;
    if (answer === "down") throw new Error("network");
    return answer as Outcome;
  };
}

/** Chance that is the same in each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

async function uploading(server: FakeServer, count: number, bytesASecond = Infinity, size = 10) {
  const spool = new MemorySpool();
  for (let index = 0; index < count; index++) await spool.put(segment(index, size));
  const scope = new Scope();
  const uploader = new Uploader({ scope, spool, port: server, budget: () => bytesASecond, random: () => 1, now: () => Date.now() });
  uploader.poke();
  return { spool, scope, uploader };
}

describe("R4: segments reach the server", () => {
  it("in order, one at a time, and leave the spool when they are stored", async () => {
    const server = new FakeServer();
    const { spool, uploader } = await uploading(server, 4);
    uploader.poke();
    await vi.advanceTimersByTimeAsync(1_000);
    expect([server.asked, server.most, await spool.count()]).toEqual([[0, 1, 2, 3], 1, 0]);
    expect(uploader.store.getSnapshot()).toMatchObject({ waiting: 0, stored: 4, oldest: null });
  });

  it("the same one again, later each time, while the network is down", async () => {
    const server = new FakeServer();
    server.answers.push("down", "down");
    await uploading(server, 2);
    await vi.advanceTimersByTimeAsync(260);
    expect(server.asked).toEqual([0]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.asked).toEqual([0, 0, 0, 1]);
  });

  it("again after a request that is never answered", async () => {
    const server = new FakeServer();
    server.answers.push("silent");
    await uploading(server, 1);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(server.asked).toEqual([0, 0]);
  });

  it("what the server will never take is dropped and the rest goes on", async () => {
    const server = new FakeServer();
    server.answers.push("stored", "unwanted");
    const { uploader } = await uploading(server, 3);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.asked).toEqual([0, 1, 2]);
    expect(uploader.store.getSnapshot()).toMatchObject({ stored: 2, unwanted: 1, waiting: 0 });
  });

  it("F13: a full server keeps it waiting, and it goes on when there is room", async () => {
    const server = new FakeServer();
    server.answers.push("full");
    const { uploader } = await uploading(server, 1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(uploader.store.getSnapshot()).toMatchObject({ full: true, waiting: 1 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(uploader.store.getSnapshot()).toMatchObject({ full: false, waiting: 0, stored: 1 });
  });

  it("sends what comes while it sends", async () => {
    const server = new FakeServer();
    const { spool, uploader } = await uploading(server, 1);
    await vi.advanceTimersByTimeAsync(5);
    await spool.put(segment(1));
    uploader.poke();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.asked).toEqual([0, 1]);
  });

  it("asks nothing after its end", async () => {
    const server = new FakeServer();
    server.answers.push("down");
    const { scope } = await uploading(server, 3);
    await vi.advanceTimersByTimeAsync(50);
    scope.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toEqual([0]);
  });
});

describe("R4: only what is missing is sent", () => {
  it("after a reload, as the server says", async () => {
    const server = new FakeServer();
    server.there.push({ take: 1, have: 2, beyond: [3] }, { take: 2, have: 9, beyond: [] });
    const { spool, uploader } = await uploading(server, 5, 10);
    await vi.advanceTimersByTimeAsync(3_000);
    expect([server.asked, server.questions, await spool.count()]).toEqual([[2, 4], 1, 0]);
    expect(uploader.store.getSnapshot()).toMatchObject({ stored: 5, waiting: 0 });
  });

  it("again after an answer that got lost", async () => {
    const server = new FakeServer();
    server.answers.push("stored", "down");
    await uploading(server, 3);
    await vi.advanceTimersByTimeAsync(50);
    server.there.push({ take: 1, have: 2, beyond: [] });
    await vi.advanceTimersByTimeAsync(5_000);
    expect([server.asked, server.questions]).toEqual([[0, 1, 2], 2]);
  });

  it("everything where the server does not say", async () => {
    const server = new FakeServer();
    server.received = async () => { throw new Error("network"); };
    const { spool } = await uploading(server, 3);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([server.asked, await spool.count()]).toEqual([[0, 1, 2], 0]);
  });

  it("each once and in order where a fifth of all requests fails, half of them after they arrived", async () => {
    const random = seeded(7);
    const stored: number[] = [];
    const server = new FakeServer();
    server.put = async ({ index }) => {
      const failing = random() < 0.2;
      if (failing && random() < 0.5) throw new Error("lost on its way");
      stored.push(index);
      if (failing) throw new Error("its answer was lost");
      return "stored";
    };
    server.received = async () => [{ take: 1, have: stored.length, beyond: [] }];
    const { spool, uploader } = await uploading(server, 300);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(stored).toEqual(Array.from({ length: 300 }, (_, index) => index));
    expect([await spool.count(), uploader.store.getSnapshot().stored]).toEqual([0, 300]);
  });

  it("not in a circle without end where the browser does not forget what was sent", async () => {
    const server = new FakeServer();
    const { spool, uploader } = await uploading(server, 1);
    spool.remove = async () => { throw new Error("no"); };
    uploader.poke();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked.length).toBeLessThan(20);
  });
});

describe("the call goes first", () => {
  it("after each request it waits until its bytes fit the budget", async () => {
    const server = new FakeServer();
    await uploading(server, 10, 10_000, 10_000);
    await vi.advanceTimersByTimeAsync(3_500);
    expect(server.asked).toEqual([0, 1, 2, 3]);
  });

  const free = { busy: true, available: null, narrow: false };
  const after = (pace: Pace, segments: number, way = free) => Array.from({ length: segments }, () => pace.budget(way)).at(-1) as number;

  it("begins slowly and is as fast as it is recorded within seconds, so that nothing piles up while the call does not mind", () => {
    const pace = new Pace();
    expect(pace.budget(free)).toBeLessThanOrEqual(120_000);
    expect(after(pace, 4)).toBeGreaterThan(160_000);
    expect(after(pace, 600)).toBe(400_000);
  });

  it("takes half of what the way is known to carry, a trickle where the call is held back, everything when nobody calls", () => {
    const pace = new Pace();
    after(pace, 20);
    expect(pace.budget({ ...free, available: 1_600_000 })).toBe(100_000);
    expect(pace.budget({ ...free, available: 10_000 })).toBe(6_000);
    expect(pace.budget({ busy: true, available: 3_200_000, narrow: true })).toBe(6_000);
    expect(pace.budget({ busy: false, available: 10_000, narrow: true })).toBe(Infinity);
  });

  it("remembers what was too much: for a while it stays well below, and comes back slowly", () => {
    const pace = new Pace();
    const much = after(pace, 5);
    after(pace, 10, { ...free, narrow: true });
    expect(after(pace, 10)).toBeLessThan(much * 0.65);
    expect(after(pace, 60)).toBeLessThan(much);
    expect(after(pace, 300)).toBeGreaterThan(much);
  });

  it("a part never has a narrow way to itself for longer than half a second; a wide one takes it whole", () => {
    const seconds = (available: number) => ((largestPart({ ...free, available }) ?? Infinity) * 8) / available;
    for (const available of [300_000, 500_000, 1_000_000, 2_000_000]) expect(seconds(available)).toBeLessThanOrEqual(0.5);
    expect(largestPart({ ...free, available: 3_200_000 })).toBeGreaterThan(160_000);
    expect([largestPart({ ...free, narrow: true }), largestPart({ ...free, available: 3_200_000, narrow: true }), largestPart({ ...free, available: 50_000 })]).toEqual([12_000, 12_000, 12_000]);
    expect([largestPart(free), largestPart({ busy: false, available: 100_000, narrow: true })]).toEqual([undefined, undefined]);
  });

  it("a second of a recording is sent in such parts, with a rest after each that leaves half of the way", async () => {
    const server = new FakeServer();
    const largest = largestPart({ ...free, available: 300_000 }) ?? Infinity;
    expect(Math.ceil(160_000 / largest)).toBe(9);
    await uploading(server, 9, 18_750, largest);
    await vi.advanceTimersByTimeAsync(3_500);
    expect(server.asked).toEqual([0, 1, 2, 3]);
  });

  it("waits for what the request itself did not take", () => {
    expect([pause(50_000, 200, 100_000), pause(50_000, 900, 100_000), pause(50_000, 10, Infinity)]).toEqual([300, 0, 0]);
  });
});
