import type { CallSnapshot, ServerFrame } from "@consilium/protocol";
import { Reconciler } from "../core/reconcile";
import type { Loan } from "../media/local-media";
import type { SafetyCode } from "../privacy/safety-code-of";
import { BUILTIN, type Abilities, type RoomProblem } from "./abilities";
import { freshen } from "./freshen";
import { loadJitsi, placesOf, type JitsiApi, type JitsiMaker } from "./jitsi-api";
import { jitsiConfig } from "./jitsi-config";
import { problemOfJitsi } from "./jitsi-problem";
import { JitsiRecorder } from "./jitsi-recorder";
import { JitsiSwitches } from "./jitsi-switches";
import { RoomLinks } from "./room-links";
import { passes, patience } from "./room-problem";
import type { Entry, Grant, Transport, TransportOptions } from "./transport";

/** Somebody in Jitsi's room, by what Jitsi tells; the context is of their token. */
interface Occupant { id: string; displayName?: string; userContext?: { id?: string; user?: { id?: string } } }

const NOTHING = () => undefined;
/** A frame that cannot be shown says nothing; in one that can, the browser may be asking the person about the camera. */
const PATIENCE = 60_000;
/** How long a frame that has left the room may take to say that the person wanted it. */
const SAYS_WHY = 1_000;
/** So often is looked who is still without a name, and so many times in a row: what a broken page leaves behind is gone by then. */
const LOOKS_AGAIN = 30_000;
const LOOKS = 5;

/**
 * Through a room of Jitsi Meet, in Jitsi's own frame where the page shows pictures. The frame opens once both are in, and
 * holds camera and microphone meanwhile: our buttons switch them there, and show what is switched there.
 */
export class JitsiTransport implements Transport {
  readonly abilities: Abilities;
  private readonly links: RoomLinks;
  private readonly recorder: JitsiRecorder;
  private readonly switches: JitsiSwitches;
  private readonly reconciler = new Reconciler<true>(() => this.apply());
  /** Who it is; null: nobody has said so yet. */
  private readonly occupants = new Map<string, string | null>();
  private grant: Grant | null = null;
  private place: HTMLElement | null = null;
  private api: JitsiApi | null = null;
  private loan: Loan | null = null;
  /** No use in trying again before the server has let us in anew. */
  private barred = false;
  /** Nor then: only if the person asks for it. */
  private shut = false;
  /** The doctor has ended it for all: what breaks now is no trouble. */
  private ended = false;
  /** It is tried again in a moment. */
  private resting = false;
  private tries = 0;

  constructor(private readonly options: TransportOptions, provider: string, private readonly load: (address: string) => Promise<JitsiMaker> = loadJitsi) {
    this.abilities = { ...BUILTIN, provider, frame: true, safetyCode: false, quality: false, ladder: false, tracks: false };
    this.links = new RoomLinks(options);
    this.recorder = new JitsiRecorder({ ...options, isDoctor: () => this.isDoctor, onFilmed: () => this.failed("FILMED") });
    this.switches = new JitsiSwitches({
      scope: options.scope,
      toggle: (kind) => this.api?.executeCommand(kind === "camera" ? "toggleVideo" : "toggleAudio"),
      told: (kind, on, wished) => this.loan?.told(kind, on, wished),
    });
  }

  async prepare(): Promise<void> {}

  admitted({ join }: Entry): void {
    if (!join) return;
    this.grant = join;
    if (this.shut) return;
    if (this.barred) this.options.onProblem(null);
    this.barred = false;
    void this.load(this.where(join).script).catch(() => undefined);
    this.refresh();
  }

  async greeted(snapshot: CallSnapshot): Promise<void> {
    this.links.greeted(snapshot);
    this.recognise();
    this.refresh();
  }

  handle(frame: ServerFrame): void {
    this.links.handle(frame);
    if (frame.type === "participant.updated") this.recognise();
    if (frame.type === "recording.state") this.recorder.settle();
    if (frame.type === "bye" && frame.body.reason === "ENDED" && this.isDoctor) this.api?.executeCommand("endConference");
  }

  resumed(): void {
    this.refresh();
  }

  start(): void {
    this.refresh();
  }

  refresh(): void {
    void this.reconciler.want(true).catch(() => undefined);
  }

  retryPicture = NOTHING;

  retryRoom(): void {
    this.shut = false;
    void this.options.renew().catch(() => undefined);
  }

  /** The page and its frame are gone in the moment in which our server has ended it. */
  ending(): void {
    if (!this.api || !this.isDoctor) return;
    this.ended = true;
    this.recorder.left();
    this.api.executeCommand("endConference");
  }

  async heard(): Promise<{ own: number; other: number }> {
    return { own: 0, other: 0 };
  }

  async safetyCode(): Promise<SafetyCode> {
    return { state: "unsupported" };
  }

  /** A frame that is moved begins anew: it lives and goes with its place. */
  attach(place: HTMLElement): () => void {
    this.drop();
    this.place = place;
    this.refresh();
    return () => {
      if (this.place !== place) return;
      this.place = null;
      this.drop();
    };
  }

  close(): void {
    this.options.scope.close();
    this.place = null;
    this.drop();
  }

  private get wanted(): boolean {
    const { scope, store } = this.options;
    return !scope.closed && !this.barred && !this.resting && this.grant !== null && this.place !== null && store.getSnapshot().seat === "mine";
  }

  private get isDoctor(): boolean {
    const { participants, me } = this.options.store.getSnapshot();
    return participants.some(({ id, role }) => id === me && role === "DOCTOR");
  }

  private where(grant: Grant): ReturnType<typeof placesOf> {
    return placesOf(grant.roomUrl, this.abilities.provider);
  }

  private async apply(): Promise<void> {
    if (!this.wanted) return this.drop();
    if (this.api || !this.links.people.some(this.options.maySend)) return;
    const problem = await freshen(this.options, () => this.grant);
    if (!this.wanted) return;
    if (problem) return this.failed(problem);
    const maker = await this.load(this.where(this.grant as Grant).script).catch(() => null);
    if (!this.wanted || this.api) return;
    if (maker) this.open(maker);
    else this.failed("UNREACHABLE");
  }

  private open(maker: JitsiMaker): void {
    const { media, store, relayOnly } = this.options;
    const { domain, room } = this.where(this.grant as Grant);
    const { participants, me } = store.getSnapshot();
    this.loan = media.lend({ want: (kind, on) => this.switches.want(kind, on) });
    // Not what is on by now: a page that has just been loaded may be opening them still.
    const { wished } = this.loan;
    const api = new maker(domain, {
      roomName: room, jwt: (this.grant as Grant).token, parentNode: this.place, width: "100%", height: "100%",
      lang: document.documentElement.lang || "en",
      userInfo: { displayName: participants.find(({ id }) => id === me)?.name ?? "" },
      configOverwrite: jitsiConfig({ ...wished, relayOnly, recorder: this.recorder.allowed }),
    });
    this.api = api;
    this.switches.begins(wished);
    const listen = <E>(event: string, listener: (event: E) => void) => api.addListener(event, (body) => { if (this.api === api) listener(body as E); });
    const waiting = this.options.scope.after(PATIENCE, () => { if (this.api === api) this.failed("UNREACHABLE"); });
    listen<{ id?: string }>("videoConferenceJoined", ({ id }) => {
      waiting();
      this.joined(api, id);
    });
    listen<{ on: boolean; mode?: string; error?: string }>("recordingStatusChanged", (status) => this.recorder.told(status));
    listen<Occupant>("participantJoined", (occupant) => this.came(occupant));
    listen<{ id: string }>("participantLeft", ({ id }) => this.went(id));
    listen<{ muted: boolean }>("audioMuteStatusChanged", ({ muted }) => this.switches.said("microphone", !muted));
    listen<{ muted: boolean }>("videoMuteStatusChanged", ({ muted }) => this.switches.said("camera", !muted));
    listen("cameraError", () => this.switches.failed("camera"));
    listen("micError", () => this.switches.failed("microphone"));
    listen<{ kicked?: { local?: boolean } }>("participantKickedOut", ({ kicked }) => { if (kicked?.local) this.failed("SENT_OUT"); });
    listen("passwordRequired", () => this.failed("NOT_LET_IN"));
    listen<{ error?: { name?: string; isFatal?: boolean }; name?: string; isFatal?: boolean }>("errorOccurred", (event) => {
      const { name, isFatal } = event.error ?? event;
      if (isFatal) this.failed(problemOfJitsi(name));
    });
    listen("videoConferenceLeft", () => this.wentOut(api));
    listen("readyToClose", () => this.failed("LEFT"));
  }

  private joined(api: JitsiApi, stay: string | undefined): void {
    this.tries = 0;
    this.options.onProblem(null);
    this.options.onStay(stay ?? null);
    this.recorder.joined(api);
    this.switches.joined();
  }

  /** A frame that was hung up says so in a moment; one that broke says nothing more. */
  private wentOut(api: JitsiApi): void {
    if (this.ended) return this.failed("UNREACHABLE");
    this.links.leave();
    this.options.scope.after(SAYS_WHY, () => { if (this.api === api) this.failed("UNREACHABLE"); });
  }

  private came(occupant: Occupant): void {
    const person = occupant.userContext?.id ?? occupant.userContext?.user?.id ?? this.whoStaysAt(occupant.id);
    if (person && !this.options.store.getSnapshot().participants.some(({ id }) => id === person)) return this.failed("STRANGER");
    // Without a word about their token, and before their own page has said so, nobody knows who it is: no link.
    this.occupants.set(occupant.id, person);
    if (person) this.links.came(person);
    else this.watch(occupant.id, this.api, LOOKS);
  }

  /** Whom neither Jitsi nor a page of ours names, while everybody of ours is there by name, is a stranger. */
  private watch(occupant: string, api: JitsiApi | null, looks: number): void {
    this.options.scope.after(LOOKS_AGAIN, () => {
      if (this.api !== api || this.occupants.get(occupant) !== null) return;
      const { people, together } = this.links;
      const left = people.every((one) => together.includes(one)) ? looks - 1 : LOOKS;
      if (left > 0) this.watch(occupant, api, left);
      else this.failed("STRANGER");
    });
  }

  /** By their own page, which says through our server how the room names it. */
  private whoStaysAt(occupant: string): string | null {
    return this.options.store.getSnapshot().participants.find(({ media }) => media.stay === occupant)?.id ?? null;
  }

  private recognise(): void {
    for (const [occupant, known] of this.occupants) {
      const person = known ?? this.whoStaysAt(occupant);
      if (known || !person) continue;
      this.occupants.set(occupant, person);
      this.links.came(person);
    }
  }

  private went(id: string): void {
    const person = this.occupants.get(id);
    this.occupants.delete(id);
    if (person && ![...this.occupants.values()].includes(person)) this.links.went(person);
  }

  private failed(problem: RoomProblem): void {
    const { ended } = this;
    const again = ended || passes(problem);
    // Before the devices come back here, which asks for the frame again.
    this.resting = again;
    this.barred = !again;
    // Who hung up there did not ask to be seen again.
    this.shut = !again && ["STRANGER", "FILMED", "LEFT"].includes(problem);
    this.drop();
    if (!ended) this.options.onProblem(problem);
    if (again) this.options.scope.after(patience(this.tries++), () => {
      this.resting = false;
      this.refresh();
    });
  }

  private drop(): void {
    const { api, loan } = this;
    this.api = null;
    this.loan = null;
    this.ended = false;
    this.occupants.clear();
    if (api) this.options.onStay(null);
    this.recorder.left();
    this.switches.ends();
    this.links.leave();
    api?.executeCommand("hangup");
    api?.dispose();
    // Who has left, or whose call is over, opens nothing any more.
    if (this.options.store.getSnapshot().closed === null) loan?.end();
  }
}
