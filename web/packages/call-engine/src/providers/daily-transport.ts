import Daily, { type DailyCall, type DailyFactoryOptions, type DailyParticipant } from "@daily-co/daily-js";
import type { CallSnapshot, ServerFrame } from "@consilium/protocol";
import { wishOf } from "../call-state";
import { Reconciler } from "../core/reconcile";
import type { Slot } from "../peer/peer-link";
import type { SafetyCode } from "../privacy/safety-code-of";
import { BUILTIN, type RoomProblem } from "./abilities";
import { DailyLooks } from "./daily-looks";
import { problemOfDaily } from "./daily-problem";
import { freshen } from "./freshen";
import { RoomLinks } from "./room-links";
import { passes, patience } from "./room-problem";
import type { Entry, Grant, Transport, TransportOptions } from "./transport";

/** What of Daily's library makes a call. */
export interface DailySdk { createCallObject: (options: DailyFactoryOptions) => DailyCall }

const SLOT_OF: Partial<Record<string, Slot>> = { audio: "microphone", video: "camera", screenVideo: "screen" };
interface Sent { audio: MediaStreamTrack | null; video: MediaStreamTrack | null; screen: MediaStreamTrack | null }
const NOTHING_SENT: Sent = { audio: null, video: null, screen: null };
const SILENT = { audio: false, video: false };

/**
 * Through a room of Daily.co. Whoever only stands by loads what it takes and does not enter: an entry is known there, and
 * seen by the other one. Daily is given our tracks and never opens a device itself.
 */
export class DailyTransport implements Transport {
  readonly abilities = { ...BUILTIN, provider: "daily", safetyCode: false, ladder: false };
  private readonly links: RoomLinks;
  private readonly looks: DailyLooks;
  private readonly reconciler = new Reconciler<true>(() => this.apply());
  private grant: Grant | null = null;
  private call: DailyCall | null = null;
  private loaded: Promise<void> = Promise.resolve();
  private joined = false;
  /** No use in trying again before the server has let us in anew. */
  private barred = false;
  private tries = 0;
  /** The person has been told that somebody else is in the room. */
  private warned = false;
  private sent = NOTHING_SENT;
  /** What Daily was told to send last; it enters with both off. */
  private on = SILENT;

  constructor(private readonly options: TransportOptions, private readonly sdk: DailySdk = Daily) {
    this.links = new RoomLinks(options);
    this.looks = new DailyLooks({ ...options, links: this.links, stats: async () => (this.joined && this.call ? this.call.getNetworkStats() : null) });
  }

  async prepare(): Promise<void> {}

  admitted({ join }: Entry): void {
    if (!join) return;
    this.grant = join;
    if (this.barred) this.options.onProblem(null);
    this.barred = false;
    if (!this.call) this.create();
    this.refresh();
  }

  async greeted(snapshot: CallSnapshot): Promise<void> {
    this.links.greeted(snapshot);
    this.refresh();
  }

  resumed(): void {
    this.refresh();
  }

  handle(frame: ServerFrame): void {
    this.links.handle(frame);
    if (frame.type === "quality.peer") this.looks.heard(frame.body.sight);
  }

  start(): void {
    this.looks.start();
    this.refresh();
  }

  refresh(): void {
    void this.reconciler.want(true).catch(() => undefined);
  }

  retryPicture(): void {}

  retryRoom(): void {
    void this.options.renew().catch(() => undefined);
  }

  ending(): void {}

  async heard(): Promise<{ own: number; other: number }> {
    return { own: 0, other: 0 };
  }

  async safetyCode(): Promise<SafetyCode> {
    return { state: "unsupported" };
  }

  attach(): () => void {
    return () => undefined;
  }

  close(): void {
    this.options.scope.close();
    this.drop();
  }

  private get wanted(): boolean {
    const { scope, store } = this.options;
    return !scope.closed && !this.barred && this.grant !== null && store.getSnapshot().seat === "mine";
  }

  private async apply(): Promise<void> {
    if (this.wanted && !this.joined) await this.enter();
    else if (!this.wanted && this.joined) this.drop();
    if (this.wanted && this.joined) await this.publish();
  }

  private create(): DailyCall {
    const call = this.sdk.createCallObject({
      dailyConfig: { avoidEval: true },
      allowMultipleCallInstances: true, startVideoOff: true, startAudioOff: true,
    });
    this.call = call;
    this.loaded = call.load().catch(() => undefined);
    const ours = (listener: (event: never) => void) => (event: unknown) => { if (this.call === call) listener(event as never); };
    call.on("joined-meeting", ours(() => this.everybody()));
    call.on("participant-joined", ours(({ participant }: { participant: DailyParticipant }) => this.came(participant)));
    call.on("participant-updated", ours(({ participant }: { participant: DailyParticipant }) => this.came(participant)));
    call.on("participant-left", ours(({ participant }: { participant: DailyParticipant }) => this.went(participant)));
    call.on("track-started", ours((event: { participant: DailyParticipant | null; track: MediaStreamTrack; type: string }) => this.track(event)));
    call.on("network-connection", ours(({ event }: { event: string }) => this.links.way(event !== "interrupted")));
    call.on("left-meeting", ours(() => this.failed("connection-error")));
    call.on("error", ours(({ error }: { error?: { type?: string } }) => this.failed(error?.type)));
    return call;
  }

  private async enter(): Promise<void> {
    const problem = await freshen(this.options, () => this.grant);
    if (!this.wanted) return;
    if (problem) return this.troubled(problem);
    const call = this.call ?? this.create();
    // Daily begins loading anew when it is told to join meanwhile.
    await this.loaded;
    if (this.call !== call || !this.wanted) return;
    const { roomUrl, token } = this.grant as Grant;
    const came = await call.join({ url: roomUrl, token, startVideoOff: true, startAudioOff: true }).then(() => true, () => false);
    if (this.call !== call) return;
    if (!came) return this.failed("connection-error");
    this.joined = true;
    this.tries = 0;
    this.options.onProblem(null);
    if (!this.wanted) return this.drop();
    this.everybody();
  }

  /** What is sent is read anew after every wait: meanwhile the person may have muted. */
  private async publish(): Promise<void> {
    const { call } = this;
    if (!call) return;
    this.beware();
    const { audio, video } = this.due();
    const fresh = { ...(audio && audio !== this.sent.audio ? { audioSource: audio } : {}), ...(video && video !== this.sent.video ? { videoSource: video } : {}) };
    if (Object.keys(fresh).length > 0) await call.setInputDevicesAsync(fresh);
    if (this.call !== call || !this.joined) return;
    this.silence(call);
    const due = this.due();
    const given = { audio: audio ?? this.sent.audio, video: video ?? this.sent.video };
    if (due.audio && due.audio === given.audio) this.turn(call, "audio", this.options.media.store.getSnapshot().microphone.on);
    if (due.video && due.video === given.video) this.turn(call, "video", true);
    if (due.screen && due.screen !== this.sent.screen) call.startScreenShare({ mediaStream: new MediaStream([due.screen]) });
    this.sent = { ...given, screen: due.screen };
  }

  /** What goes off goes off at once. */
  private silence(call: DailyCall): void {
    const due = this.due();
    if (!due.audio || !this.options.media.store.getSnapshot().microphone.on) this.turn(call, "audio", false);
    if (!due.video) this.turn(call, "video", false);
    if (this.sent.screen && due.screen !== this.sent.screen) {
      call.stopScreenShare();
      this.sent = { ...this.sent, screen: null };
    }
  }

  private turn(call: DailyCall, kind: "audio" | "video", on: boolean): void {
    if (this.on[kind] === on) return;
    this.on = { ...this.on, [kind]: on };
    if (kind === "audio") call.setLocalAudio(on);
    else call.setLocalVideo(on);
  }

  /** Whoever is in the room gets all of it: nothing is sent while there is somebody who may get nothing. */
  private due(): Sent {
    const { maySend, media, store } = this.options;
    const { people, together } = this.links;
    if (this.strangers) return NOTHING_SENT;
    if (!people.some(maySend) || !together.every(maySend)) return NOTHING_SENT;
    const { camera, microphone, screen } = media.store.getSnapshot();
    const watched = store.getSnapshot().receive !== "sound" && people.some((person) => wishOf(store.getSnapshot(), person) !== "sound");
    return { audio: microphone.track, video: watched && camera.on ? camera.track : null, screen: watched ? screen.track : null };
  }

  private everybody(): void {
    for (const participant of Object.values(this.call?.participants() ?? {})) this.came(participant);
  }

  private came(participant: DailyParticipant): void {
    if (participant.local) return;
    if (!this.knows(participant)) return this.beware();
    this.links.came(participant.user_id);
    this.refresh();
  }

  private get strangers(): boolean {
    return Object.values(this.call?.participants() ?? {}).some((participant) => !participant.local && !this.knows(participant));
  }

  /** What goes to the room goes to whoever is in it. It stops at once, also while something else is on its way. */
  private beware(): void {
    const { call, strangers } = this;
    if (call && this.joined) this.silence(call);
    if (this.warned === strangers) return;
    this.warned = strangers;
    this.options.onProblem(strangers ? "STRANGER" : null);
  }

  private went(participant: DailyParticipant): void {
    // The same person may be there with another page of theirs, which came before this one went.
    const still = Object.values(this.call?.participants() ?? {}).some((one) => !one.local && one.user_id === participant.user_id && one.session_id !== participant.session_id);
    if (!still) this.links.went(participant.user_id);
    this.refresh();
  }

  private track({ participant, track, type }: { participant: DailyParticipant | null; track: MediaStreamTrack; type: string }): void {
    const slot = SLOT_OF[type];
    if (slot && participant && !participant.local && this.knows(participant)) this.options.onTrack(participant.user_id, slot, track);
  }

  /** Nobody is seen or heard whom our own server does not name. */
  private knows({ user_id }: DailyParticipant): boolean {
    return this.options.store.getSnapshot().participants.some(({ id }) => id === user_id);
  }

  private failed(type: string | undefined): void {
    const wanted = this.wanted;
    this.drop();
    if (!wanted) return;
    this.troubled(problemOfDaily(type));
  }

  private troubled(problem: RoomProblem): void {
    this.drop();
    this.options.onProblem(problem);
    if (passes(problem)) this.options.scope.after(patience(this.tries++), () => this.refresh());
    else this.barred = true;
  }

  private drop(): void {
    const { call } = this;
    this.call = null;
    this.joined = false;
    this.sent = NOTHING_SENT;
    this.on = SILENT;
    if (this.warned) this.options.onProblem(null);
    this.warned = false;
    this.links.leave();
    void call?.destroy().catch(() => undefined);
  }
}
