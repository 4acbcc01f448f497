import type { Segment, SegmentKey } from "./segment";
import { SPOOL } from "./spool-name";
import { MemorySpool, type OpenTake, type Spool, type TakeKey } from "./spool";

const SEGMENTS = "segments";
const TAKES = "takes";
/** The next person who signs in on this computer does not send what somebody else recorded. */
type Owned<T> = T & { owner: string };
type Ask<T> = (segments: IDBObjectStore, takes: IDBObjectStore) => IDBRequest<T>;

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

  async begin({ recording, take }: TakeKey, at: number): Promise<void> {
    await this.written((_, takes) => takes.put(this.mine({ recording, take, next: 0, until: at })));
  }

  /** In one step with how far its take has come. */
  async put(segment: Segment): Promise<void> {
    const { recording, take, index, final, to } = segment;
    await this.written((segments, takes) => {
      if (final) takes.delete([this.owner, recording, take]);
      else takes.put(this.mine({ recording, take, next: index + 1, until: to }));
      return segments.put(this.mine(segment));
    });
  }

  async next(): Promise<Segment | null> {
    const cursor = await this.done<IDBCursorWithValue | null>("readonly", (segments) => segments.openCursor(this.all()));
    return (cursor?.value as Owned<Segment> | undefined) ?? null;
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

  private mine<T>(row: T): Owned<T> {
    return { ...row, owner: this.owner };
  }

  private all(): IDBKeyRange {
    return IDBKeyRange.bound([this.owner], [this.owner, []]);
  }

  private written<T>(ask: Ask<T>): Promise<T> {
    return this.done("readwrite", ask);
  }

  /** Resolves when it is written, not when it is asked for. */
  private done<T>(mode: IDBTransactionMode, ask: Ask<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction([SEGMENTS, TAKES], mode, { durability: mode === "readwrite" ? "strict" : "default" });
      const request = ask(transaction.objectStore(SEGMENTS), transaction.objectStore(TAKES));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("not kept"));
    });
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(SPOOL, 2);
    request.onupgradeneeded = () => {
      const { result, transaction } = request;
      if (!transaction?.objectStoreNames.contains(SEGMENTS)) result.createObjectStore(SEGMENTS, { keyPath: ["owner", "recording", "take", "index"] });
      result.createObjectStore(TAKES, { keyPath: ["owner", "recording", "take"] });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error ?? new Error("blocked"));
  });
}
