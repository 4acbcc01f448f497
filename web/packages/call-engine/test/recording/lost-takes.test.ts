import { beforeEach, describe, expect, it } from "vitest";
import { AskedTakes } from "../../src/recording/asked-takes";
import { HeldTakes, type Locks } from "../../src/recording/held-takes";
import { LostTakes } from "../../src/recording/lost-takes";
import type { Received } from "../../src/recording/received";
import { MemorySpool } from "../../src/recording/spool";

const NOW = 1_000_000;
let asked: AskedTakes;
let spool: MemorySpool;
let server: Received[];
let held: string[];

beforeEach(() => {
  const kept = new Map<string, string>();
  asked = new AskedTakes({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) });
  spool = new MemorySpool();
  server = [];
  held = [];
});

/** The next page of the same browser. */
async function comes(owner = "doctor", now = NOW): Promise<void> {
  const locks = { request: async (name: string, _: unknown, then: (lock: unknown) => unknown) => then(held.includes(name) ? null : { name }) } as unknown as Locks;
  await new LostTakes(owner, asked, new HeldTakes(spool, locks), async () => server).end(now);
}
const ended = async () => {
  const all = [];
  for (let next = await spool.next(); next; next = await spool.next()) {
    all.push([next.recording, next.take, next.index, next.final]);
    await spool.remove(next);
  }
  return all;
};
const note = { owner: "doctor", recording: "r", at: NOW - 30_001 };

describe("R4: a take whose page died before it was written down", () => {
  it("gets its end from the next page, once", async () => {
    asked.ask(note);
    asked.opened({ ...note, take: 4 });
    await comes();
    await comes();
    expect(await ended()).toEqual([["r", 4, 0, true]]);
  });

  it("also when its number never reached that page: the server knows it", async () => {
    asked.ask(note);
    server = [{ take: 1, have: 7, beyond: [], complete: true }, { take: 2, have: 3, beyond: [] }, { take: 3, have: 0, beyond: [2] }, { take: 4, have: 0, beyond: [], complete: false }];
    await comes();
    expect(await ended()).toEqual([["r", 4, 0, true]]);
  });

  it("also when it was asked for anew, by a new session of the same page, and that was answered", async () => {
    asked.ask(note);
    asked.ask(note);
    asked.opened({ ...note, take: 5 });
    asked.settled({ recording: "r", take: 5 });
    server = [{ take: 4, have: 0, beyond: [] }, { take: 5, have: 3, beyond: [] }];
    await comes();
    expect(await ended()).toEqual([["r", 4, 0, true]]);
  });

  it("is none while another page holds it, while its page may still be loading, and not somebody else's", async () => {
    asked.opened({ ...note, take: 4 });
    held = ["consilium-take-r-4"];
    await comes("another");
    await comes("doctor", NOW - 1);
    await comes();
    expect(await ended()).toEqual([]);
  });

  it("is none when it stands in the spool, or something of it waits there", async () => {
    await spool.put({ recording: "r", take: 4, index: 0, final: true, from: 0, to: 1, sha256: "x", bytes: new ArrayBuffer(1) });
    asked.opened({ ...note, take: 4 });
    await comes();
    expect(await ended()).toEqual([["r", 4, 0, true]]);
  });

  it("nothing is asked where the server refused it", async () => {
    asked.ask(note);
    asked.refused("r");
    expect(asked.of("doctor")).toEqual([]);
  });

  it("a browser that keeps no notes records all the same", () => {
    const broken = new AskedTakes({ getItem: () => { throw new Error("no"); }, setItem: () => { throw new Error("no"); }, removeItem: () => { throw new Error("no"); } });
    broken.ask(note);
    expect(broken.of("doctor")).toEqual([]);
  });
});
