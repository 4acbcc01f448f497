import type { CallSnapshot, RecordingTrouble, ServerFrame } from "@consilium/protocol";
import type { CallSnapshotState } from "./call-state";
import type { Scope } from "./core/scope";
import type { Store } from "./core/store";
import type { LocalMedia } from "./media/local-media";
import { AskedTakes } from "./recording/asked-takes";
import { recordingFormat } from "./recording/formats";
import { largestPart } from "./recording/pace";
import { inTheRoom, talking, wayOf } from "./recording/scene";
import type { Over, Studio } from "./recording/studio";
import { SLOWEST, TakeClock } from "./recording/take-clock";
import type { TakeKey } from "./recording/spool";
import type { Uploads } from "./recording/uploads";
import type { Session } from "./signalling/session";

/** The version of the text that people read before they answer; a changed text gets a new one. */
export const WORDING = "2";

export interface RecordingOptions {
  scope: Scope;
  store: Store<CallSnapshotState>;
  session: Pick<Session, "send">;
  media: LocalMedia;
  /** How loud the call hears our voice and theirs, 0 to 1. */
  heard: () => Promise<{ own: number; other: number }>;
  /** Keeps and sends what is recorded; null: this page does not record. */
  uploads: ((owner: string) => Promise<Uploads>) | null;
}

/** What this page was told to record. `slow`: it is recorded faster than it can be sent; `refused`: the server does not keep it. */
interface Duty {
  recording: string; request: string | undefined; askedAt: number; studio: Studio | null;
  fault: RecordingTrouble | null; slow: boolean; refused: boolean; forget: () => void;
}

/** So much may wait to be sent before the doctor is told. */
const BEHIND = 45_000;
/** By then a page has heard why a part of it was refused, if there is a reason that it should stop. */
const HEARD_WHY = 1_500;
/** A network that was away for a moment is back then. */
const ANOTHER_TRY = 1_500;
/** A reply that was long on its way is asked for again so often. */
const PATIENT = 2;

/** Asking, answering, stopping; and recording, while the server says that it is this page which does. */
export class Recording {
  /** The recording that this page asked a take of, until the take is over. */
  private on: Duty | null = null;
  /** The recording that this page has tried and cannot record. */
  private beyondUs: string | null = null;
  /** Of which recording the browser's recorder broke once: it may have been a moment. */
  private broken: string | null = null;
  /** Of which recording the server refused parts once. */
  private refused: string | null = null;
  private slowReplies = 0;
  /** Of which recording this page has recorded something. */
  private recorded: string | null = null;
  private heldBack = false;
  private readonly asked = new AskedTakes();

  constructor(private readonly options: RecordingOptions) {
    options.scope.onClose(() => this.end());
    // What the seat changes is not a frame.
    options.scope.onClose(options.store.subscribe(() => { if (this.on && this.due() !== this.on.recording) this.end(); }));
  }

  /** Everybody present is asked; asking is the doctor's own yes. `text`: the very words they had before their eyes. */
  request(locale: string, text: string): void {
    this.options.session.send("recording.request", { wording: WORDING, locale, text }, true);
  }

  /** For oneself; no after yes takes the consent back, and the recording stops. */
  answer(agreed: boolean, locale: string, text?: string): void {
    const { recording } = this.state;
    if (!recording) return;
    if (!agreed) this.end();
    this.options.session.send("recording.answer", { recording: recording.recording, agreed, wording: recording.wording, locale, ...(text && { text }) }, true);
  }

  stop(): void {
    const { recording } = this.state;
    if (!recording) return;
    this.end();
    this.options.session.send("recording.stop", { recording: recording.recording }, true);
  }

  /** For whoever is about to end the call: the last part is cut before the server's end, and not refused for coming after it. */
  holdBack(): void {
    this.heldBack = true;
    this.end();
  }

  /** The call was not ended after all. */
  goOn(): void {
    this.heldBack = false;
    this.begin();
  }

  /** A new session: what was asked of the old one is not answered any more, and nothing is asked before the seat is. */
  again({ recording, recordable, recordingRules }: CallSnapshot): void {
    this.options.store.update((state) => ({ ...state, recording: recording ?? null, recordable: recordable ?? false, recordingRules: recordingRules ?? null }));
    this.end();
  }

  /** This page has asked for the seat. One that was not able to record before may be able now, with another browser. */
  seated(): void {
    const { recording, me } = this.state;
    const going = recording && recording.phase !== "STOPPED" && recording.phase !== "DELETED";
    if (going && recording.recorder !== me && this.can(recording.recording)) {
      this.options.session.send("recording.able", { recording: recording.recording, able: true }, true);
    }
    this.begin();
  }

  handle(frame: ServerFrame): void {
    if (frame.type === "recording.state") {
      this.begin();
      if (frame.body.phase === "DELETED") this.forget(frame.body.recording);
    }
    if (frame.type === "recording.health") this.trouble(frame.body.trouble);
    if (frame.type === "recording.take") this.opened(frame.body, frame.re);
    if (frame.type === "problem" && frame.re && frame.re === this.on?.request) {
      this.asked.refused(this.on.recording);
      this.on = null;
    }
  }

  /** The server has opened a take. One that nobody needs any more gets its end, so that nobody waits for it. */
  private opened({ recording, take, openedAt }: { recording: string; take: number; openedAt?: string }, request: string | undefined): void {
    const { on } = this;
    const { me } = this.state;
    this.asked.opened({ owner: me ?? "", recording, take, at: openedAt ? Date.parse(openedAt) : this.serverTime() });
    if (!on || !request || request !== on.request || on.studio) return void this.giveBack({ recording, take });
    const took = performance.now() - on.askedAt;
    if (took > SLOWEST && this.slowReplies < PATIENT) {
      this.slowReplies++;
      void this.giveBack({ recording, take });
      return this.anew();
    }
    this.slowReplies = 0;
    const clock = new TakeClock(openedAt ? Date.parse(openedAt) : Math.max(this.serverTime(), Date.parse(this.state.recording?.startedAt ?? "") || 0), took);
    this.record(on, take, clock).catch(() => this.failed(on, take));
  }

  /** What records could not be loaded, or this browser does not let it be. Nobody is told that it records while it does not. */
  private failed(on: Duty, take: number): void {
    void this.giveBack({ recording: on.recording, take });
    if (this.on !== on) return;
    this.found(on, { fault: "STALLED" });
    this.options.scope.after(ANOTHER_TRY, () => { if (this.on === on) this.over(on, "BROKEN"); });
  }

  /** Where that does not succeed now, the note about it does it on the next page. */
  private async giveBack(take: TakeKey): Promise<void> {
    const { me } = this.state;
    if (!me || !this.options.uploads) return;
    try {
      const uploads = await this.options.uploads(me);
      await uploads.begin(take, this.asked.openedAt(take) ?? this.serverTime());
      await uploads.end(take);
      this.asked.settled(take);
    } catch {
      // Its note stays.
    }
  }

  /** Not even on this device anything of it stays. Where nothing was recorded, nothing is loaded for that. */
  private forget(recording: string): void {
    const { me } = this.state;
    if (!me || this.recorded !== recording) return;
    void this.options.uploads?.(me).then((uploads) => uploads.forget(recording)).catch(() => undefined);
  }

  private serverTime(): number {
    return Date.now() + this.state.clockOffset;
  }

  private get state(): CallSnapshotState {
    return this.options.store.getSnapshot();
  }

  /** What this page has to record now. */
  private due(): string | null {
    const { recording, me, seat } = this.state;
    return recording?.phase === "RECORDING" && recording.recorder === me && seat === "mine" ? recording.recording : null;
  }

  private begin(): void {
    const recording = this.due();
    const mimeType = recordingFormat();
    if (this.options.scope.closed || this.heldBack || !recording || this.on?.recording === recording || this.beyondUs === recording) return;
    if (!mimeType || !this.options.uploads || !this.state.abilities.tracks) return this.cannot(recording);
    this.asked.ask({ owner: this.state.me ?? "", recording, at: this.serverTime() });
    const request = this.options.session.send("recording.take", { recording, mimeType }, true);
    this.on = { recording, request, askedAt: performance.now(), studio: null, fault: null, slow: false, refused: false, forget: () => undefined };
  }

  private async record(on: Duty, take: number, clock: TakeClock): Promise<void> {
    const { me } = this.state;
    const mimeType = recordingFormat();
    if (!me || !mimeType || !this.options.uploads) return;
    const { recording } = on;
    const now = () => clock.now();
    const [{ Studio }, uploads] = await Promise.all([import("./recording/studio"), this.options.uploads(me)]);
    await uploads.begin({ recording, take }, now());
    this.asked.settled({ recording, take });
    // While it was loading somebody may have taken their yes back.
    if (this.on !== on || this.due() !== recording) return void uploads.end({ recording, take }).catch(() => undefined);
    uploads.way = () => wayOf(this.state, this.options.scope.closed);
    const { store, media, heard } = this.options;
    this.recorded = recording;
    on.studio = new Studio({
      recording, take, mimeType, now, me,
      sitters: () => inTheRoom(store.getSnapshot(), media.store.getSnapshot()),
      clock: () => `${new Date(now()).toISOString().slice(0, 19).replace("T", " ")} UTC`,
      awake: () => clock.holds(),
      heard: async () => talking(this.state, await heard()),
      expectsPicture: () => this.state.link === "up",
      busy: () => this.state.quality?.interval.limitation === "cpu" || this.state.sending?.reason === "cpu",
      largest: () => largestPart(wayOf(this.state, this.options.scope.closed)),
      keep: (segment) => uploads.keep(segment),
      onFault: (fault) => this.found(on, { fault }),
      onPicture: (picture, takenAt) => void uploads.picture(recording, take, picture, takenAt),
      onAwake: () => { if (this.on === on) this.anew(); },
      onOver: (why) => { if (this.on === on) this.over(on, why); },
    });
    this.watch(on, take, uploads, now);
  }

  private watch(on: Duty, take: number, uploads: Uploads, now: () => number): void {
    let doubted = false;
    const look = () => {
      const { oldest, refused, kept } = uploads.store.getSnapshot();
      this.found(on, { slow: oldest !== null && now() - oldest > BEHIND });
      if (is(kept, on.recording, take)) this.found(on, { refused: false });
      if (doubted || !is(refused, on.recording, take)) return;
      doubted = true;
      this.options.scope.after(HEARD_WHY, () => { if (this.on === on) this.unkept(on); });
    };
    on.forget = uploads.store.subscribe(look);
  }

  /** Nobody has told this page to stop, and the server keeps nothing of its take any more. */
  private unkept(on: Duty): void {
    const { recording } = on;
    this.found(on, { refused: true });
    if (this.refused === recording) {
      this.end();
      return this.cannot(recording);
    }
    this.refused = recording;
    this.anew();
    if (this.on) this.found(this.on, { refused: true });
  }

  private found(on: Duty, change: Partial<Pick<Duty, "fault" | "slow" | "refused">>): void {
    Object.assign(on, change);
    const trouble = on.refused ? "REFUSED" : on.fault ?? (on.slow ? "SLOW" : null);
    if (this.on !== on || trouble === this.state.recordingTrouble) return;
    this.trouble(trouble);
    const since = new Date(this.serverTime()).toISOString();
    this.options.session.send("recording.health", { recording: on.recording, trouble, since });
  }

  private trouble(recordingTrouble: RecordingTrouble | null): void {
    this.options.store.update((state) => ({ ...state, recordingTrouble }));
  }

  private can(recording: string): boolean {
    return this.beyondUs !== recording && this.options.uploads !== null && this.state.abilities.tracks && recordingFormat() !== null;
  }

  /** A browser that has no room has none for the next take either; a recorder that broke gets a second chance. */
  private over(on: Duty, why: Over): void {
    const { recording } = on;
    // Nobody knows what everybody said while this computer slept.
    if (why === "SLEPT") return this.anew();
    const again = why === "BROKEN" && this.broken !== recording;
    // It is counted; and over at once, for somebody else goes on.
    this.found(on, { fault: why === "FULL" ? "FULL" : "STALLED" });
    this.found(on, { fault: null, slow: false, refused: false });
    if (again) {
      this.broken = recording;
      this.anew();
    } else {
      this.end();
      this.cannot(recording);
    }
  }

  /** The server asks somebody else who is there. */
  private cannot(recording: string): void {
    this.beyondUs = recording;
    this.options.session.send("recording.able", { recording, able: false }, true);
  }

  private anew(): void {
    this.end();
    this.begin();
  }

  private end(): void {
    const { on } = this;
    this.on = null;
    on?.forget();
    on?.studio?.stop();
    if (on) this.trouble(null);
  }
}

function is(one: TakeKey | null | undefined, recording: string, take: number): boolean {
  return one?.recording === recording && one.take === take;
}
