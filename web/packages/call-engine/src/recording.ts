import type { CallSnapshot, RecordingTrouble, ServerFrame } from "@consilium/protocol";
import type { CallSnapshotState } from "./call-state";
import type { Scope } from "./core/scope";
import type { Store } from "./core/store";
import type { LocalMedia } from "./media/local-media";
import { recordingFormat } from "./recording/formats";
import { inTheRoom, talking, wayOf } from "./recording/scene";
import type { Over, Studio } from "./recording/studio";
import type { Uploads } from "./recording/uploads";
import type { Session } from "./signalling/session";

/** The version of the text that people read before they answer; a changed text gets a new one. */
export const WORDING = "1";

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

/** What this page was told to record. `slow`: it is recorded faster than it can be sent. */
interface Duty { recording: string; request: string | undefined; studio: Studio | null; fault: RecordingTrouble | null; slow: boolean; forget: () => void }

/** So much may wait to be sent before the doctor is told. */
const BEHIND = 45_000;

/** Asking, answering, stopping; and recording, while the server says that it is this page which does. */
export class Recording {
  /** The recording that this page asked a take of, until the take is over. */
  private on: Duty | null = null;
  /** The recording that this page has tried and cannot record. */
  private beyondUs: string | null = null;
  /** Of which recording the browser's recorder broke once: it may have been a moment. */
  private broken: string | null = null;
  private heldBack = false;

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
    if (frame.type === "recording.state") this.begin();
    if (frame.type === "recording.health") this.trouble(frame.body.trouble);
    if (!frame.re || frame.re !== this.on?.request) return;
    if (frame.type === "recording.take") void this.record(frame.body.take, frame.body);
    if (frame.type === "problem") this.on = null;
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
    const request = this.options.session.send("recording.take", { recording, mimeType }, true);
    this.on = { recording, request, studio: null, fault: null, slow: false, forget: () => undefined };
  }

  private async record(take: number, { openedAt }: { openedAt?: string }): Promise<void> {
    const { on } = this;
    const { me } = this.state;
    const mimeType = recordingFormat();
    if (!on || on.studio || !me || !mimeType || !this.options.uploads) return;
    const now = takeClock(openedAt, this.state);
    const [{ Studio }, uploads] = await Promise.all([import("./recording/studio"), this.options.uploads(me)]);
    await uploads.begin({ recording: on.recording, take }, now());
    // While it was loading somebody may have taken their yes back.
    if (this.on !== on || this.due() !== on.recording) return void uploads.end({ recording: on.recording, take }).catch(() => undefined);
    uploads.way = () => wayOf(this.state, this.options.scope.closed);
    const { store, media, heard } = this.options;
    on.studio = new Studio({
      recording: on.recording, take, mimeType, now, me,
      sitters: () => inTheRoom(store.getSnapshot(), media.store.getSnapshot()),
      clock: () => `${new Date(now()).toISOString().slice(0, 19).replace("T", " ")} UTC`,
      heard: async () => talking(this.state, await heard()),
      expectsPicture: () => this.state.link === "up",
      busy: () => this.state.quality?.interval.limitation === "cpu" || this.state.sending?.reason === "cpu",
      keep: (segment) => uploads.keep(segment),
      onFault: (fault) => this.found(on, { fault }),
      onPicture: (picture, takenAt) => void uploads.picture(on.recording, take, picture, takenAt),
      onAwake: () => { if (this.on === on) this.anew(); },
      onOver: (why) => { if (this.on === on) this.over(on, why); },
    });
    on.forget = uploads.store.subscribe(() => {
      const { oldest } = uploads.store.getSnapshot();
      this.found(on, { slow: oldest !== null && now() - oldest > BEHIND });
    });
  }

  private found(on: Duty, change: Partial<Pick<Duty, "fault" | "slow">>): void {
    Object.assign(on, change);
    const trouble = on.fault ?? (on.slow ? "SLOW" : null);
    if (this.on !== on || trouble === this.state.recordingTrouble) return;
    this.trouble(trouble);
    const since = new Date(Date.now() + this.state.clockOffset).toISOString();
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
    const again = why === "BROKEN" && this.broken !== recording;
    // It is counted; and over at once, for somebody else goes on.
    this.found(on, { fault: why === "FULL" ? "FULL" : "STALLED" });
    this.found(on, { fault: null, slow: false });
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

/**
 * Server time in ms, from the moment the take was opened: never before it, and behind rather than ahead by the way the answer
 * took, so that nothing seems to be recorded outside of what people agreed to.
 */
function takeClock(openedAt: string | undefined, { clockOffset, recording }: CallSnapshotState): () => number {
  const start = openedAt ? Date.parse(openedAt) : Math.max(Date.now() + clockOffset, Date.parse(recording?.startedAt ?? "") || 0);
  const heardAt = performance.now();
  return () => Math.round(start + performance.now() - heardAt);
}
