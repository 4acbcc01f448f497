import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import { IndexedSpool } from "../../src/recording/indexed-spool";
import type { Segment } from "../../src/recording/segment";
import { SPOOL } from "../../src/recording/spool-name";

const segment = (index: number, change: Partial<Segment> = {}): Segment => ({
  recording: "r", take: 1, index, final: false, from: Date.now(), to: Date.now() + 1_000, sha256: "x", bytes: new TextEncoder().encode(`spoken ${index}`).buffer as ArrayBuffer, ...change,
});
const words = (one: Segment | null) => (one ? new TextDecoder().decode(one.bytes) : null);

beforeEach(() => { globalThis.indexedDB = new IDBFactory(); });

/** What lies in the browser's own database, past the spool. */
async function inside(version?: number, upgrade?: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(SPOOL, version);
    request.onupgradeneeded = () => upgrade?.(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no"));
  });
}
function ask<T>(database: IDBDatabase, store: string, what: (rows: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = what(database.transaction(store, "readwrite").objectStore(store));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no"));
  });
}

describe("R5: what waits in a browser", () => {
  it("lies there encrypted, under a key that nothing gives away", async () => {
    const spool = await IndexedSpool.open("doctor");
    await spool.put(segment(0));
    const database = await inside();
    const [row] = await ask<Segment[]>(database, "segments", (rows) => rows.getAll());
    expect(words(row as Segment)).not.toContain("spoken");
    const [kept] = await ask<{ owner: string; key: CryptoKey }[]>(database, "keys", (rows) => rows.getAll());
    expect([kept?.key.extractable, kept?.owner]).toEqual([false, "doctor"]);
    await expect(crypto.subtle.exportKey("raw", kept!.key)).rejects.toThrow();
    database.close();
  });

  it("is sent after a reload as it was recorded, from two pages that came at once as well", async () => {
    const [one, other] = await Promise.all([IndexedSpool.open("doctor"), IndexedSpool.open("doctor")]);
    await one.put(segment(0));
    await other.put(segment(1, { final: true }));
    const next = await IndexedSpool.open("doctor");
    expect([words(await next.next()), await next.count()]).toEqual(["spoken 0", 2]);
    await next.remove(segment(0));
    expect(await next.next()).toMatchObject({ index: 1, final: true });
    expect(await next.open()).toEqual([]);
  });

  it("goes away cleanly when its key is gone, and what is recorded from then on is sent", async () => {
    await (await IndexedSpool.open("doctor")).put(segment(0));
    const database = await inside();
    await ask(database, "keys", (rows) => rows.clear());
    database.close();
    const spool = await IndexedSpool.open("doctor");
    await spool.put(segment(1));
    expect([words(await spool.next()), await spool.count()]).toEqual(["spoken 1", 1]);
  });

  it("is not taken for another part of it", async () => {
    const spool = await IndexedSpool.open("doctor");
    await spool.put(segment(0));
    const database = await inside();
    const [row] = await ask<Segment[]>(database, "segments", (rows) => rows.getAll());
    await ask(database, "segments", (rows) => rows.put({ ...row, final: true }));
    database.close();
    expect(await spool.next()).toBeNull();
  });

  it("what an older version kept is sent", async () => {
    const old = await inside(2, (database) => {
      database.createObjectStore("segments", { keyPath: ["owner", "recording", "take", "index"] });
      database.createObjectStore("takes", { keyPath: ["owner", "recording", "take"] });
    });
    await ask(old, "segments", (rows) => rows.put({ ...segment(0), owner: "doctor" }));
    old.close();
    expect(words(await (await IndexedSpool.open("doctor")).next())).toBe("spoken 0");
  });

  it("is nobody else's, and goes after a week, whoever left it there", async () => {
    const spool = await IndexedSpool.open("doctor");
    const week = 7 * 24 * 60 * 60_000;
    await spool.put(segment(0, { to: Date.now() - week - 1_000 }));
    await spool.put(segment(1, { to: Date.now() - week + 60_000 }));
    const other = await IndexedSpool.open("patient");
    expect([await other.count(), await spool.count(), words(await spool.next())]).toEqual([0, 1, "spoken 1"]);
  });

  it("goes at once when its recording is deleted; another recording's stays", async () => {
    const spool = await IndexedSpool.open("doctor");
    await spool.put(segment(0));
    await spool.put(segment(0, { recording: "s" }));
    await spool.forget("r");
    expect([await spool.count(), (await spool.open()).map(({ recording }) => recording)]).toEqual([1, ["s"]]);
    expect([await spool.knows({ recording: "r", take: 1 }), await spool.knows({ recording: "s", take: 1 }), await spool.knows({ recording: "s", take: 2 })]).toEqual([false, true, false]);
  });
});
