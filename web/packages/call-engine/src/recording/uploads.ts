import { Scope } from "../core/scope";
import { AskedTakes } from "./asked-takes";
import { HeldTakes } from "./held-takes";
import { IndexedSpool } from "./indexed-spool";
import { LostTakes, SETTLED } from "./lost-takes";
import { Pace, type Way } from "./pace";
import type { Segment } from "./segment";
import type { Spool, TakeKey } from "./spool";
import { Uploader, type UploadPort, type UploadState } from "./uploader";
import type { Store } from "../core/store";

/** What this page has recorded and the server does not have yet. It outlives the call and, where the browser allows it, the page. */
export class Uploads {
  /** What the call leaves room for; nobody calls until somebody says so. */
  way: () => Way = () => ({ busy: false, available: null, narrow: false });
  private readonly scope = new Scope();
  private readonly uploader: Uploader;
  private readonly takes: HeldTakes;

  private constructor(private readonly spool: Spool, private readonly port: UploadPort, private readonly owner: string) {
    const pace = new Pace();
    this.uploader = new Uploader({ scope: this.scope, spool, port, budget: () => pace.budget(this.way()) });
    this.takes = new HeldTakes(spool, navigator.locks ?? null);
    this.scope.onClose(() => this.takes.releaseAll());
    const endLost = () => void this.endLost().finally(() => this.uploader.poke());
    endLost();
    // What was asked for a moment before a reload is not taken for lost yet.
    this.scope.every(SETTLED + 1_000, endLost);
  }

  /** @param owner whose recordings are sent */
  static async open(owner: string, port: UploadPort): Promise<Uploads> {
    return new Uploads(await IndexedSpool.open(owner), port, owner);
  }

  get store(): Store<UploadState> {
    return this.uploader.store;
  }

  /** From now on the take is this page's. `at`: server time in ms. */
  begin(take: TakeKey, at: number): Promise<void> {
    return this.takes.begin(take, at);
  }

  /** Nothing was recorded in it, and nothing will be. */
  async end(take: TakeKey): Promise<void> {
    await this.takes.end(take);
    this.uploader.poke();
  }

  /** Rejects when there is no room in this browser. */
  async keep(segment: Segment): Promise<void> {
    try {
      await this.spool.put(segment);
    } catch (noRoom) {
      // The end itself needs none. Without it the server would wait for a day.
      if (segment.final) await this.end(segment).catch(() => undefined);
      throw noRoom;
    }
    if (segment.final) this.takes.release(segment);
    this.uploader.poke();
  }

  /** It is deleted: what waits here is not needed by anybody. */
  async forget(recording: string): Promise<void> {
    await this.spool.forget(recording).catch(() => undefined);
    this.uploader.poke();
  }

  /** Tried once: a recording without a picture is none the worse. */
  async picture(recording: string, take: number, picture: Blob, takenAt: number): Promise<void> {
    await this.port.picture?.(recording, take, picture, takenAt).catch(() => undefined);
  }

  private async endLost(): Promise<void> {
    await this.takes.endLost().catch(() => undefined);
    await new LostTakes(this.owner, new AskedTakes(), this.takes, (recording) => this.port.received(recording, new AbortController().signal)).end().catch(() => undefined);
  }

  close(): void {
    this.scope.close();
  }
}
