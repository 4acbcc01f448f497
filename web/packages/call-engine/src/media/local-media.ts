import { Reconciler } from "../core/reconcile";
import { Store } from "../core/store";
import { CAMERA_LADDER, MICROPHONE, withDevice } from "./constraints";
import { problemOf, type MediaProblem } from "./problems";

export type DeviceKind = "camera" | "microphone" | "speaker";

export interface LocalMediaState {
  camera: { on: boolean; track: MediaStreamTrack | null; problem: MediaProblem | null; deviceId: string | null };
  microphone: { on: boolean; track: MediaStreamTrack | null; problem: MediaProblem | null; deviceId: string | null };
  screen: { track: MediaStreamTrack | null; problem: MediaProblem | null };
  speakerId: string | null;
  devices: { camera: MediaDeviceInfo[]; microphone: MediaDeviceInfo[]; speaker: MediaDeviceInfo[] };
}

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
  private readonly reconciler = new Reconciler<Wish>((wish) => this.apply(wish));
  private closed = false;
  private readonly deviceListener = () => void this.listDevices();

  constructor() {
    navigator.mediaDevices?.addEventListener("devicechange", this.deviceListener);
  }

  /** Asks for both at once, so that the browser asks the person once. */
  start(want: { camera: boolean; microphone: boolean }): Promise<void> {
    return this.want({ ...this.wish, ...want });
  }

  setCamera(on: boolean): Promise<void> {
    return this.want({ ...this.wish, camera: on });
  }

  setMicrophone(on: boolean): Promise<void> {
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
      track.contentHint = "detail";
      track.addEventListener("ended", () => this.stopScreen());
      this.patch({ screen: { track, problem: null } });
      return true;
    } catch (error) {
      this.patch({ screen: { track: null, problem: problemOf(error) } });
      return false;
    }
  }

  stopScreen(): void {
    this.store.getSnapshot().screen.track?.stop();
    this.patch({ screen: { track: null, problem: null } });
  }

  close(): void {
    this.closed = true;
    navigator.mediaDevices?.removeEventListener("devicechange", this.deviceListener);
    const { camera, microphone, screen } = this.store.getSnapshot();
    for (const track of [camera.track, microphone.track, screen.track]) track?.stop();
    this.store.set(NOTHING);
  }

  private want(wish: Wish): Promise<void> {
    this.wish = wish;
    return this.reconciler.want(wish);
  }

  private async apply(wish: Wish): Promise<void> {
    if (this.closed) return;
    const { camera, microphone } = this.store.getSnapshot();
    const needCamera = wish.camera && (!alive(camera.track) || camera.deviceId !== wish.cameraId);
    const needMicrophone =
      wish.microphone && (!alive(microphone.track) || microphone.deviceId !== wish.microphoneId);
    if (!wish.camera && camera.track) this.releaseCamera();
    if (needCamera && needMicrophone && (await this.openBoth(wish))) {
      // Both came with one question to the person.
    } else {
      if (needMicrophone) await this.openMicrophone(wish);
      if (needCamera) await this.openCamera(wish);
    }
    const open = this.store.getSnapshot().microphone;
    if (open.track) open.track.enabled = wish.microphone;
    this.patch({ microphone: { ...open, on: wish.microphone && open.track !== null } });
    await this.listDevices();
  }

  private async openBoth(wish: Wish): Promise<boolean> {
    try {
      const stream = await this.ask({
        audio: withDevice(MICROPHONE, wish.microphoneId),
        video: withDevice(CAMERA_LADDER[0] ?? {}, wish.cameraId),
      });
      this.useMicrophone(stream.getAudioTracks()[0] ?? null, wish);
      this.useCamera(stream.getVideoTracks()[0] ?? null, wish);
      return true;
    } catch {
      return false;
    }
  }

  private async openMicrophone(wish: Wish): Promise<void> {
    for (const id of wish.microphoneId ? [wish.microphoneId, null] : [null]) {
      try {
        const stream = await this.ask({ audio: withDevice(MICROPHONE, id) });
        this.useMicrophone(stream.getAudioTracks()[0] ?? null, wish);
        return;
      } catch (error) {
        this.patch({ microphone: { on: false, track: null, problem: problemOf(error), deviceId: wish.microphoneId } });
        if (problemOf(error) === "DENIED") return;
      }
    }
  }

  private async openCamera(wish: Wish): Promise<void> {
    for (const id of wish.cameraId ? [wish.cameraId, null] : [null]) {
      for (const step of CAMERA_LADDER) {
        try {
          const stream = await this.ask({ video: withDevice(step, id) });
          this.useCamera(stream.getVideoTracks()[0] ?? null, wish);
          return;
        } catch (error) {
          this.patch({ camera: { on: false, track: null, problem: problemOf(error), deviceId: wish.cameraId } });
          if (problemOf(error) === "DENIED") return;
        }
      }
    }
  }

  private async ask(constraints: MediaStreamConstraints): Promise<MediaStream> {
    if (!navigator.mediaDevices?.getUserMedia) throw new TypeError("no media devices on an insecure page");
    const stream = await navigator.mediaDevices.getUserMedia(constraints);
    if (this.closed) {
      for (const track of stream.getTracks()) track.stop();
      throw new DOMException("closed", "InvalidStateError");
    }
    return stream;
  }

  private useCamera(track: MediaStreamTrack | null, wish: Wish): void {
    this.store.getSnapshot().camera.track?.stop();
    if (track) {
      track.contentHint = "motion";
      track.addEventListener("ended", () => this.lost("camera", track));
    }
    this.patch({
      camera: { on: track !== null, track, problem: track ? null : "NOT_FOUND", deviceId: wish.cameraId },
    });
  }

  private useMicrophone(track: MediaStreamTrack | null, wish: Wish): void {
    this.store.getSnapshot().microphone.track?.stop();
    if (track) {
      track.contentHint = "speech";
      track.addEventListener("ended", () => this.lost("microphone", track));
    }
    this.patch({
      microphone: { on: track !== null, track, problem: track ? null : "NOT_FOUND", deviceId: wish.microphoneId },
    });
  }

  /** The device was unplugged or taken away. It is not opened again behind the person's back. */
  private lost(kind: "camera" | "microphone", track: MediaStreamTrack): void {
    const now = this.store.getSnapshot()[kind];
    if (now.track !== track || this.closed) return;
    this.wish = { ...this.wish, [kind]: false };
    this.patch({ [kind]: { ...now, on: false, track: null, problem: "NOT_FOUND" } } as Partial<LocalMediaState>);
  }

  private releaseCamera(): void {
    const { camera } = this.store.getSnapshot();
    camera.track?.stop();
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
    this.store.update((state) => ({ ...state, ...change }));
  }
}

function alive(track: MediaStreamTrack | null): boolean {
  return track?.readyState === "live";
}
