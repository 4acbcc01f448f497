import { describe, expect, it } from "vitest";
import { HeldTakes, type Locks } from "../../src/recording/held-takes";
import { MemorySpool } from "../../src/recording/spool";
import type { Segment } from "../../src/recording/segment";

const take = { recording: "r", take: 3 };
const segment = (index: number, final = false): Segment => ({ ...take, index, final, from: index * 1_000, to: (index + 1) * 1_000, sha256: "x", bytes: new ArrayBuffer(8) });

/** One browser's locks; a page that dies lets go of all of its own. */
class FakeBrowser {
  private readonly held = new Map<string, object>();

  page(): { locks: Locks; dies: () => void } {
    const page = {};
    const request = async (name: string, ...rest: unknown[]) => {
      const callback = rest.at(-1) as (lock: unknown) => unknown;
      const free = !this.held.has(name);
      if (!free) return callback(null);
      this.held.set(name, page);
      await callback({ name });
      this.held.delete(name);
    };
    const dies = () => { for (const [name, owner] of this.held) if (owner === page) this.held.delete(name); };
    return { locks: { request } as unknown as Locks, dies };
  }
}

async function rest(spool: MemorySpool): Promise<[number, boolean, number, number][]> {
  const all: [number, boolean, number, number][] = [];
  for (let next = await spool.next(); next; next = await spool.next()) {
    all.push([next.index, next.final, next.from, next.to]);
    await spool.remove(next);
  }
  return all;
}

describe("R4: a take that has lost its page", () => {
  it("gets its end from the next page, after what was kept of it", async () => {
    const [browser, spool] = [new FakeBrowser(), new MemorySpool()];
    const first = browser.page();
    await new HeldTakes(spool, first.locks).begin(take, 500);
    await spool.put(segment(0));
    await spool.put(segment(1));
    first.dies();
    await new HeldTakes(spool, browser.page().locks).endLost();
    expect(await rest(spool)).toEqual([[0, false, 0, 1_000], [1, false, 1_000, 2_000], [2, true, 2_000, 2_000]]);
    expect(await spool.open()).toEqual([]);
  });

  it("also when nothing of it was kept, with the time at which it began", async () => {
    const [browser, spool] = [new FakeBrowser(), new MemorySpool()];
    const first = browser.page();
    await new HeldTakes(spool, first.locks).begin(take, 500);
    first.dies();
    await new HeldTakes(spool, browser.page().locks).endLost();
    expect(await rest(spool)).toEqual([[0, true, 500, 500]]);
  });

  it("is none while its page lives, and none once it has ended", async () => {
    const [browser, spool] = [new FakeBrowser(), new MemorySpool()];
    const [one, other] = [new HeldTakes(spool, browser.page().locks), new HeldTakes(spool, browser.page().locks)];
    await one.begin(take, 500);
    await spool.put(segment(0));
    await other.endLost();
    expect((await rest(spool)).map(([, final]) => final)).toEqual([false]);
    await spool.put(segment(1, true));
    one.release(take);
    await other.endLost();
    expect((await rest(spool)).map(([index, final]) => [index, final])).toEqual([[1, true]]);
  });

  it("is taken for one nowhere where the browser cannot say who holds what", async () => {
    const spool = new MemorySpool();
    const takes = new HeldTakes(spool, null);
    await takes.begin(take, 500);
    await takes.endLost();
    expect(await spool.next()).toBeNull();
  });
});

it("a take in which nothing was recorded is ended at once", async () => {
  const [browser, spool] = [new FakeBrowser(), new MemorySpool()];
  const takes = new HeldTakes(spool, browser.page().locks);
  await takes.begin(take, 500);
  await takes.end(take);
  expect(await rest(spool)).toEqual([[0, true, 500, 500]]);
});
