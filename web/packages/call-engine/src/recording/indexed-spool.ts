import type { Segment, SegmentKey } from "./segment";
import { MemorySpool, type Spool } from "./spool";

const DATABASE = "consilium-recording";
const STORE = "segments";
/** The next person who signs in on this computer does not send what somebody else recorded. */
type Row = Segment & { owner: string };

/** Survives a reload and a crash of the browser. */
export class IndexedSpool implements Spool {
  private constructor(private readonly database: IDBDatabase, private readonly owner: string) {}

  /** Where the browser keeps nothing (a private window, say), what is recorded is kept in memory only. */
  static async open(owner: string): Promise<Spool> {
    try {
      return new IndexedSpool(await openDatabase(), owner);
    } catch {
      return new MemorySpool();
    }
  }

  async put(segment: Segment): Promise<void> {
    await this.done("readwrite", (store) => store.put({ ...segment, owner: this.owner } satisfies Row));
  }

  async next(): Promise<Segment | null> {
    const cursor = await this.done<IDBCursorWithValue | null>("readonly", (store) => store.openCursor(this.mine()));
    return (cursor?.value as Row | undefined) ?? null;
  }

  async remove({ recording, take, index }: SegmentKey): Promise<void> {
    await this.done("readwrite", (store) => store.delete([this.owner, recording, take, index]));
  }

  count(): Promise<number> {
    return this.done("readonly", (store) => store.count(this.mine()));
  }

  private mine(): IDBKeyRange {
    return IDBKeyRange.bound([this.owner], [this.owner, []]);
  }

  /** Resolves when it is written, not when it is asked for. */
  private done<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(STORE, mode, { durability: mode === "readwrite" ? "strict" : "default" });
      const request = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("not kept"));
    });
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ["owner", "recording", "take", "index"] });
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error ?? new Error("blocked"));
  });
}
