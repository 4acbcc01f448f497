import { Reconciler } from "../core/reconcile";
import { Scope } from "../core/scope";
import { Store } from "../core/store";
import { CAMERA_LADDER, MICROPHONE, withDevice } from "./constraints";
import { circumstancesOf, type CaptureKind } from "./permissions";
import { isDismissal, isRefusal, problemOf, type MediaProblem } from "./problems";
import { GivenUp, Question } from "./question";
import { Recovery } from "./recovery";

export type DeviceKind = "camera" | "microphone" | "speaker";

export interface LocalMediaState {
  camera: { on: boolean; track: MediaStreamTrack | null; problem: MediaProblem | null; deviceId: string | null };
  microphone: { on: boolean; track: MediaStreamTrack | null; problem: MediaProblem | null; deviceId: string | null };
  screen: { track: MediaStreamTrack | null; problem: MediaProblem | null };
  speakerId: string | null;
  devices: { camera: MediaDeviceInfo[]; microphone: MediaDeviceInfo[]; speaker: MediaDeviceInfo[] };
}

type Kind = CaptureKind;

/** Who holds camera and microphone instead of this page, such as a provider's own frame. */
export interface Holder { want: (kind: CaptureKind, on: boolean) => void }
export interface Loan {
  /** What the person wants to be on: it may not have been opened here yet. */
  wished: Record<CaptureKind, boolean>;
  /** What is on at the holder's, and what the person wants of it from now on. */
  told: (kind: CaptureKind, on: boolean, wished: boolean) => void;
  /** What is wanted is opened here again. */
  end: () => void;
}
const KINDS: readonly Kind[] = ["camera", "microphone"];
interface Wish { camera: boolean; microphone: boolean; cameraId: string | null; microphoneId: string | null }

const NOTHING: LocalMediaState = {
  camera: { on: false, track: null, problem: null, deviceId: null },
  microphone: { on: false, track: null, problem: null, deviceId: null },
  screen: { track: null, problem: null },
  speakerId: null,
  devices: { camera: [], microphone: [], speaker: [] },
};

/**
 * Camera, microphone and screen of this page. One says what should be on; what cannot be had is said as a problem, and the
 * rest goes on (Q7). Off means off: a camera that is off is released and its light goes out; a muted microphone stays open
 * but sends silence, so that "you are muted but speaking" can be noticed.
 */
export class LocalMedia {
  readonly store = new Store<LocalMediaState>(NOTHING);
  private wish: Wish = { camera: false, microphone: false, cameraId: null, microphoneId: null };
  private readonly reconciler = new Reconciler<Wish>(() => this.apply());
  private readonly question = new Question();
  private readonly scope = new Scope();
  private holder: Holder | null = null;
  /** What was wanted, could not be had, and is not given up: it is opened as soon as it can be had. */
  private readonly missed = new Set<Kind>();

  constructor() {
    new Recovery({
      scope: this.scope,
      onChance: (kind) => { if (this.missed.has(kind)) void this.want({ ...this.wish, [kind]: true }); },
      onDevices: () => void this.devicesChanged(),
    });
  }

  private get closed(): boolean {
    return this.scope.closed;
  }

  /** Asks for both at once, so that the browser asks the person once. */
  start(want: { camera: boolean; microphone: boolean }): Promise<void> {
    return this.want({ ...this.wish, ...want });
  }

  /** Asks again, now, for whatever has a problem, also while an earlier question still stands. */
  retry(): Promise<void> {
    const state = this.store.getSnapshot();
    this.question.giveUp();
    return this.want({
      ...this.wish,
      camera: this.wish.camera || state.camera.problem !== null,
      microphone: this.wish.microphone || state.microphone.problem !== null,
    });
  }

  /** Goes on without what cannot be had. It is not opened by itself any more, only when it is asked for. */
  goWithout(): Promise<void> {
    const state = this.store.getSnapshot();
    const without = KINDS.filter((kind) => state[kind].problem !== null);
    this.question.giveUp();
    for (const kind of without) this.forgive(kind);
    return this.want({ ...this.wish, ...Object.fromEntries(without.map((kind) => [kind, false])) });
  }

  setCamera(on: boolean): Promise<void> {
    if (!on) this.forgive("camera");
    else if (this.store.getSnapshot().camera.problem === "NO_ANSWER") return this.retry();
    return this.want({ ...this.wish, camera: on });
  }

  setMicrophone(on: boolean): Promise<void> {
    if (!on) this.forgive("microphone");
    else if (this.store.getSnapshot().microphone.problem === "NO_ANSWER") return this.retry();
    return this.want({ ...this.wish, microphone: on });
  }

  async select(kind: DeviceKind, deviceId: string): Promise<void> {
    if (kind === "speaker") this.patch({ speakerId: deviceId });
    else await this.want({ ...this.wish, [kind === "camera" ? "cameraId" : "microphoneId"]: deviceId });
  }

  async shareScreen(): Promise<boolean> {
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 15, max: 30 } } });
      const track = stream.getVideoTracks()[0] ?? null;
      if (!track || this.closed) {
        track?.stop();
        return false;
      }
      this.store.getSnapshot().screen.track?.stop();
      track.contentHint = "detail";
      track.addEventListener("ended", () => { if (this.store.getSnapshot().screen.track === track) this.stopScreen(); });
      this.patch({ screen: { track, problem: null } });
      return true;
    } catch (error) {
      // Closing the browser's picker is a choice, not a problem; a screen that is shared already stays.
      const problem = isRefusal(error) ? null : problemOf(error, { secure: true, policyAllows: true, permission: null });
      this.patch({ screen: { ...this.store.getSnapshot().screen, problem } });
      return false;
    }
  }

  stopScreen(): void {
    this.store.getSnapshot().screen.track?.stop();
    this.patch({ screen: { track: null, problem: null } });
  }

  /** Camera and microphone are released here, and wishes passed on, for two that hold one device get in each other's way. */
  lend(holder: Holder): Loan {
    this.holder = holder;
    this.question.giveUp();
    const { camera, microphone } = this.store.getSnapshot();
    for (const track of [camera.track, microphone.track]) track?.stop();
    const wished = { camera: this.wish.camera, microphone: this.wish.microphone };
    this.patch({
      camera: { ...camera, on: wished.camera, track: null },
      microphone: { ...microphone, on: wished.microphone, track: null },
    });
    return {
      wished,
      told: (kind, on, wished) => {
        if (this.holder !== holder) return;
        this.wish = { ...this.wish, [kind]: wished };
        this.patch({ [kind]: { ...this.store.getSnapshot()[kind], on, problem: null } } as Partial<LocalMediaState>);
      },
      end: () => {
        if (this.holder !== holder) return;
        this.holder = null;
        // What was not wanted any more, though the holder had it on, is off now.
        for (const kind of KINDS) if (!this.wish[kind]) this.patch({ [kind]: { ...this.store.getSnapshot()[kind], on: false } } as Partial<LocalMediaState>);
        void this.want(this.wish);
      },
    };
  }

  /** Everything off, for good. */
  close(): void {
    if (this.closed) return;
    this.scope.close();
    this.wish = { ...this.wish, camera: false, microphone: false };
    this.question.giveUp();
    const { camera, microphone, screen } = this.store.getSnapshot();
    for (const track of [camera.track, microphone.track, screen.track]) track?.stop();
    this.store.set(NOTHING);
  }

  private want(wish: Wish): Promise<void> {
    this.wish = wish;
    const { holder } = this;
    if (!holder) return this.reconciler.want(wish);
    // Also what was wished before: the holder knows what has come of it.
    for (const kind of KINDS) holder.want(kind, wish[kind]);
    return Promise.resolve();
  }

  /** Whether it is this page that should have it open now. */
  private wants(kind: Kind): boolean {
    return this.wish[kind] && !this.holder;
  }

  /** Reads the wish when it begins, and again whenever a device has been opened: meanwhile the person may have changed it. */
  private async apply(): Promise<void> {
    if (this.closed || this.holder) return;
    const { wish } = this;
    const { camera, microphone } = this.store.getSnapshot();
    const needCamera = wish.camera && (!alive(camera.track) || camera.deviceId !== wish.cameraId);
    const needMicrophone =
      wish.microphone && (!alive(microphone.track) || microphone.deviceId !== wish.microphoneId);
    if (!wish.camera) this.releaseCamera();
    this.muteAsWished();
    if (needCamera && needMicrophone) await this.openBoth(wish);
    else if (needMicrophone) await this.openMicrophone(wish);
    else if (needCamera) await this.openCamera(wish);
    this.muteAsWished();
    await this.listDevices();
  }

  private muteAsWished(): void {
    if (this.holder) return;
    const { microphone } = this.store.getSnapshot();
    const on = this.wish.microphone && microphone.track !== null;
    if (microphone.track) microphone.track.enabled = on;
    if (microphone.on !== on) this.patch({ microphone: { ...microphone, on } });
  }

  /** One question to the person; when both together cannot be had, each by itself. */
  private async openBoth(wish: Wish): Promise<void> {
    try {
      const stream = await this.ask({
        audio: withDevice(MICROPHONE, wish.microphoneId),
        video: withDevice(CAMERA_LADDER[0] ?? {}, wish.cameraId),
      });
      // Told as one change: whoever sends them sends both at once.
      this.patch({
        ...this.withMicrophone(stream.getAudioTracks()[0] ?? null, wish),
        ...this.withCamera(stream.getVideoTracks()[0] ?? null, wish),
      });
    } catch (error) {
      if (this.closed || error instanceof GivenUp) return;
      if (await this.isFinal("microphone", error)) await this.refused("microphone", error);
      else await this.openMicrophone(wish);
      if (await this.isFinal("camera", error)) await this.refused("camera", error);
      else await this.openCamera(wish);
    }
  }

  /** Whether a refusal of both is known to be a refusal of this one: then it is not asked about by itself as well. */
  private async isFinal(kind: Kind, error: unknown): Promise<boolean> {
    if (!isRefusal(error)) return false;
    const { permission } = await circumstancesOf(kind);
    return permission === null ? isDismissal(error) : permission !== "granted";
  }

  private openMicrophone(wish: Wish): Promise<void> {
    const steps = choices(wish.microphoneId).map((id): MediaStreamConstraints => ({ audio: withDevice(MICROPHONE, id) }));
    return this.climb("microphone", steps, (stream) => this.patch(this.withMicrophone(stream.getAudioTracks()[0] ?? null, wish)));
  }

  private openCamera(wish: Wish): Promise<void> {
    const steps = choices(wish.cameraId).flatMap((id) =>
      CAMERA_LADDER.map((step): MediaStreamConstraints => ({ video: withDevice(step, id) })));
    return this.climb("camera", steps, (stream) => this.patch(this.withCamera(stream.getVideoTracks()[0] ?? null, wish)));
  }

  /** Tries one step after the other while the person still wants it; a refusal of the person ends it. */
  private async climb(kind: Kind, steps: MediaStreamConstraints[], use: (stream: MediaStream) => void): Promise<void> {
    let failure: unknown = null;
    for (const step of steps) {
      if (this.closed || !this.wants(kind)) return;
      try {
        use(await this.ask(step));
        return;
      } catch (error) {
        if (this.closed || error instanceof GivenUp) return;
        failure = error;
        if (isRefusal(error)) break;
      }
    }
    await this.refused(kind, failure);
  }

  private async refused(kind: Kind, error: unknown): Promise<void> {
    const problem = problemOf(error, await circumstancesOf(kind));
    if (this.closed || this.holder) return;
    const now = this.store.getSnapshot()[kind];
    now.track?.stop();
    if (this.wish[kind]) this.missed.add(kind);
    this.wish = { ...this.wish, [kind]: false };
    this.patch({ [kind]: { ...now, on: false, track: null, problem } } as Partial<LocalMediaState>);
  }

  private async ask(constraints: MediaStreamConstraints): Promise<MediaStream> {
    const kinds = KINDS.filter((kind) => constraints[kind === "camera" ? "video" : "audio"] !== undefined);
    return this.question.ask(constraints, () => {
      for (const kind of kinds) if (this.wish[kind]) this.say(kind, "NO_ANSWER");
    });
  }

  private say(kind: Kind, problem: MediaProblem | null): void {
    const now = this.store.getSnapshot()[kind];
    if (now.problem !== problem) this.patch({ [kind]: { ...now, problem } } as Partial<LocalMediaState>);
  }

  private forgive(kind: Kind): void {
    this.missed.delete(kind);
    this.say(kind, null);
  }

  /** What was not there may be there now. */
  private async devicesChanged(): Promise<void> {
    const before = this.store.getSnapshot().devices;
    await this.listDevices();
    const { devices } = this.store.getSnapshot();
    const found = KINDS.filter((kind) => this.missed.has(kind) && devices[kind].length > before[kind].length);
    if (found.length > 0) await this.want({ ...this.wish, ...Object.fromEntries(found.map((kind) => [kind, true])) });
  }

  private withCamera(track: MediaStreamTrack | null, wish: Wish): Pick<LocalMediaState, "camera"> {
    this.store.getSnapshot().camera.track?.stop();
    if (track && !this.wants("camera")) {
      track.stop();
      return { camera: { on: this.wish.camera, track: null, problem: null, deviceId: wish.cameraId } };
    }
    if (track) {
      this.missed.delete("camera");
      track.contentHint = "motion";
      track.addEventListener("ended", () => this.lost("camera", track));
    }
    return { camera: { on: track !== null, track, problem: track ? null : "NOT_FOUND", deviceId: wish.cameraId } };
  }

  private withMicrophone(track: MediaStreamTrack | null, wish: Wish): Pick<LocalMediaState, "microphone"> {
    this.store.getSnapshot().microphone.track?.stop();
    if (track && this.holder) {
      track.stop();
      return { microphone: { on: this.wish.microphone, track: null, problem: null, deviceId: wish.microphoneId } };
    }
    const on = track !== null && this.wish.microphone;
    if (track) {
      this.missed.delete("microphone");
      track.enabled = on;
      track.contentHint = "speech";
      track.addEventListener("ended", () => this.lost("microphone", track));
    }
    return { microphone: { on, track, problem: track ? null : "NOT_FOUND", deviceId: wish.microphoneId } };
  }

  /** The device was unplugged or taken away. It is not opened again behind the person's back. */
  private lost(kind: Kind, track: MediaStreamTrack): void {
    const now = this.store.getSnapshot()[kind];
    if (now.track !== track || this.closed) return;
    this.wish = { ...this.wish, [kind]: false };
    this.patch({ [kind]: { ...now, on: false, track: null, problem: "NOT_FOUND" } } as Partial<LocalMediaState>);
    void this.listDevices();
  }

  private releaseCamera(): void {
    const { camera } = this.store.getSnapshot();
    if (!camera.track) return;
    camera.track.stop();
    this.patch({ camera: { ...camera, on: false, track: null, problem: null } });
  }

  private async listDevices(): Promise<void> {
    const all = (await navigator.mediaDevices?.enumerateDevices?.().catch(() => [])) ?? [];
    const of = (kind: MediaDeviceKind) => all.filter((device) => device.kind === kind && device.deviceId !== "");
    if (this.closed) return;
    this.patch({
      devices: { camera: of("videoinput"), microphone: of("audioinput"), speaker: of("audiooutput") },
    });
  }

  private patch(change: Partial<LocalMediaState>): void {
    if (this.closed) return;
    this.store.update((state) => ({ ...state, ...change }));
  }
}

/** The chosen device first, then any. */
function choices(deviceId: string | null): (string | null)[] {
  return deviceId ? [deviceId, null] : [null];
}

function alive(track: MediaStreamTrack | null): boolean {
  return track?.readyState === "live";
}
