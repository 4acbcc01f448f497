import type { Segment, SegmentKey } from "./segment";
import { SPOOL } from "./spool-name";
import { newKey, seal, unseal, type Sealed } from "./spool-seal";
import { MemorySpool, type OpenTake, type Spool, type TakeKey } from "./spool";

const SEGMENTS = "segments";
const TAKES = "takes";
const KEYS = "keys";
/** So old is nothing that the server would still take, whoever left it on this computer. */
const TOO_OLD = 7 * 24 * 60 * 60_000;
/** The next person who signs in on this computer does not send what somebody else recorded. */
type Owned<T> = T & { owner: string };
type Ask<T> = (segments: IDBObjectStore, takes: IDBObjectStore, keys: IDBObjectStore) => IDBRequest<T>;

/** Survives a reload and a crash of the browser. What was recorded lies there encrypted. */
export class IndexedSpool implements Spool {
  private constructor(private readonly database: IDBDatabase, private readonly owner: string, private readonly key: CryptoKey) {}

  /** Where the browser keeps nothing (a private window, say), what is recorded is kept in memory only. */
  static async open(owner: string): Promise<Spool> {
    try {
      const database = await openDatabase();
      await purge(database, Date.now() - TOO_OLD);
      return new IndexedSpool(database, owner, await keyOf(database, owner));
    } catch {
      return new MemorySpool();
    }
  }

  async begin({ recording, take }: TakeKey, at: number): Promise<void> {
    await this.written((_, takes) => takes.put(this.mine({ recording, take, next: 0, until: at })));
  }

  /** In one step with how far its take has come. */
  async put(segment: Segment): Promise<void> {
    const { recording, take, index, final, to } = segment;
    const sealed = await seal(this.key, segment);
    await this.written((segments, takes) => {
      if (final) takes.delete([this.owner, recording, take]);
      else takes.put(this.mine({ recording, take, next: index + 1, until: to }));
      return segments.put(this.mine(sealed));
    });
  }

  /** What cannot be read any more (its key is gone) is taken out: nobody could ever send it. */
  async next(): Promise<Segment | null> {
    for (let row = await this.first(); row; row = await this.first()) {
      // Kept by an older version, as it was.
      const segment = "iv" in row ? await unseal(this.key, row) : row;
      if (segment) return segment;
      await this.remove(row);
    }
    return null;
  }

  /** Of a recording that is deleted nothing stays here either. */
  async forget(recording: string): Promise<void> {
    const all = IDBKeyRange.bound([this.owner, recording], [this.owner, recording, []]);
    await this.written((segments, takes) => {
      takes.delete(all);
      return segments.delete(all);
    });
  }

  async remove({ recording, take, index }: SegmentKey): Promise<void> {
    await this.written((segments) => segments.delete([this.owner, recording, take, index]));
  }

  count(): Promise<number> {
    return this.done("readonly", (segments) => segments.count(this.all()));
  }

  open(): Promise<OpenTake[]> {
    return this.done("readonly", (_, takes) => takes.getAll(this.all()));
  }

  async knows({ recording, take }: TakeKey): Promise<boolean> {
    const key = [this.owner, recording, take];
    const waiting = await this.done("readonly", (segments) => segments.count(IDBKeyRange.bound(key, [...key, []])));
    return waiting > 0 || (await this.done("readonly", (_, takes) => takes.count(key))) > 0;
  }

  private async first(): Promise<Owned<Segment> | Owned<Sealed> | null> {
    const cursor = await this.done<IDBCursorWithValue | null>("readonly", (segments) => segments.openCursor(this.all()));
    return (cursor?.value as Owned<Segment> | Owned<Sealed> | undefined) ?? null;
  }

  private mine<T>(row: T): Owned<T> {
    return { ...row, owner: this.owner };
  }

  private all(): IDBKeyRange {
    return IDBKeyRange.bound([this.owner], [this.owner, []]);
  }

  private written<T>(ask: Ask<T>): Promise<T> {
    return this.done("readwrite", ask);
  }

  private done<T>(mode: IDBTransactionMode, ask: Ask<T>): Promise<T> {
    return done(this.database, mode, ask);
  }
}

/** Resolves when it is written, not when it is asked for. */
function done<T>(database: IDBDatabase, mode: IDBTransactionMode, ask: Ask<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([SEGMENTS, TAKES, KEYS], mode, { durability: mode === "readwrite" ? "strict" : "default" });
    const request = ask(transaction.objectStore(SEGMENTS), transaction.objectStore(TAKES), transaction.objectStore(KEYS));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("not kept"));
  });
}

/** One a person and browser; whichever page was first. */
async function keyOf(database: IDBDatabase, owner: string): Promise<CryptoKey> {
  const known = () => done<{ key: CryptoKey } | undefined>(database, "readonly", (_, __, keys) => keys.get(owner));
  const made = (await known())?.key ?? (await newKey());
  await done(database, "readwrite", (_, __, keys) => keys.add({ owner, key: made })).catch(() => undefined);
  const kept = await known();
  if (!kept) throw new Error("no key");
  return kept.key;
}

/** Also of people who never come back to this computer. `before`: server time in ms. */
function purge(database: IDBDatabase, before: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([SEGMENTS, TAKES], "readwrite");
    for (const store of [SEGMENTS, TAKES]) {
      const rows = transaction.objectStore(store).openCursor();
      rows.onsuccess = () => {
        const row = rows.result;
        if (!row) return;
        const { to, until } = row.value as { to?: number; until?: number };
        if ((to ?? until ?? 0) < before) row.delete();
        row.continue();
      };
    }
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("not purged"));
  });
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(SPOOL, 3);
    request.onupgradeneeded = () => {
      const { result, transaction } = request;
      if (!transaction?.objectStoreNames.contains(SEGMENTS)) result.createObjectStore(SEGMENTS, { keyPath: ["owner", "recording", "take", "index"] });
      if (!transaction?.objectStoreNames.contains(TAKES)) result.createObjectStore(TAKES, { keyPath: ["owner", "recording", "take"] });
      result.createObjectStore(KEYS, { keyPath: "owner" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error ?? new Error("blocked"));
  });
}
