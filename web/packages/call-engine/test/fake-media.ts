import { vi } from "vitest";

/** A track that can be stopped, muted and unplugged. */
export class FakeTrack extends EventTarget {
  readyState: "live" | "ended" = "live";
  enabled = true;
  contentHint = "";

  constructor(readonly kind: "audio" | "video", readonly size = { width: 1280, height: 720 }) {
    super();
  }

  getSettings = () => (this.kind === "video" ? this.size : {});

  stop(): void {
    this.readyState = "ended";
  }

  unplug(): void {
    this.readyState = "ended";
    this.dispatchEvent(new Event("ended"));
  }
}

export class FakeStream {
  constructor(readonly tracks: FakeTrack[] = []) {}
  getTracks = () => this.tracks;
  getAudioTracks = () => this.tracks.filter((track) => track.kind === "audio");
  getVideoTracks = () => this.tracks.filter((track) => track.kind === "video");
}

interface Question { constraints: MediaStreamConstraints; allow: () => void; refuse: (name: string, message?: string) => void }

class FakePermission extends EventTarget {
  state: PermissionState = "granted";
}

/** The browser's permission settings; `known` is false for browsers that do not tell. */
export class FakePermissions {
  known = true;
  readonly camera = new FakePermission();
  readonly microphone = new FakePermission();

  query = async ({ name }: { name: "camera" | "microphone" }): Promise<FakePermission> => {
    if (!this.known) throw new TypeError("unknown permission");
    return this[name];
  };

  set(name: "camera" | "microphone", state: PermissionState): void {
    this[name].state = state;
    this[name].dispatchEvent(new Event("change"));
  }
}

/** The browser's devices: each question waits until the test answers it, or is answered at once by `answer`. */
export class FakeDevices extends EventTarget {
  readonly questions: Question[] = [];
  readonly opened: FakeTrack[] = [];
  answer: ((constraints: MediaStreamConstraints) => string | null) | null = () => null;

  readonly permissions = new FakePermissions();
  inputs = [{ kind: "videoinput", deviceId: "cam", label: "Camera" }];

  constructor() {
    super();
    vi.stubGlobal("navigator", { mediaDevices: this, permissions: this.permissions });
    vi.stubGlobal("MediaStream", FakeStream);
  }

  getUserMedia = (constraints: MediaStreamConstraints): Promise<FakeStream> =>
    new Promise((resolve, reject) => {
      const question: Question = {
        constraints,
        allow: () => resolve(this.open(constraints)),
        refuse: (name, message = "") => reject(Object.assign(new Error(message), { name })),
      };
      this.questions.push(question);
      if (!this.answer) return;
      const refusal = this.answer(constraints);
      if (refusal) question.refuse(refusal);
      else question.allow();
    });

  getDisplayMedia = async (): Promise<FakeStream> => this.open({ video: true });

  enumerateDevices = async () => this.inputs;

  plugIn(kind: "videoinput" | "audioinput"): void {
    this.inputs = [...this.inputs, { kind, deviceId: `${kind} ${this.inputs.length}`, label: "New" }];
    this.dispatchEvent(new Event("devicechange"));
  }

  /** Tracks that still use a device. */
  live(kind: "audio" | "video"): FakeTrack[] {
    return this.opened.filter((track) => track.kind === kind && track.readyState === "live");
  }

  private open(constraints: MediaStreamConstraints): FakeStream {
    const tracks = [...(constraints.audio ? [new FakeTrack("audio")] : []), ...(constraints.video ? [new FakeTrack("video")] : [])];
    this.opened.push(...tracks);
    return new FakeStream(tracks);
  }
}
