import type { TransportOptions } from "./transport";
import type { JitsiApi } from "./jitsi-api";

export interface JitsiRecorderOptions extends Pick<TransportOptions, "store" | "session"> { isDoctor: () => boolean }

/** What Jitsi tells of its recorder; an error comes with `on: false`. */
interface Status { on: boolean; mode?: string; error?: string }

/**
 * The service's recorder, which only a moderator's page can switch: it runs while the recording does that everybody agreed to,
 * and at no other time. One that was running before we came is ended, so that no film reaches past what was agreed to.
 */
export class JitsiRecorder {
  private api: JitsiApi | null = null;
  private running = false;
  private ours = false;
  private asked: "start" | "stop" | null = null;

  constructor(private readonly options: JitsiRecorderOptions) {}

  /** A service that records for the clinic must be allowed to inside of the frame. */
  get allowed(): boolean {
    return this.options.isDoctor() && this.options.store.getSnapshot().recordingRules?.service != null;
  }

  joined(api: JitsiApi): void {
    this.api = api;
    this.settle();
  }

  left(): void {
    this.api = null;
    this.running = false;
    this.ours = false;
    this.asked = null;
  }

  told({ on, mode, error }: Status): void {
    if (mode !== undefined && mode !== "file") return;
    const failed = !on && this.asked === "start" && error !== undefined;
    this.ours = on && (this.ours || this.asked === "start");
    this.running = on;
    this.asked = null;
    if (failed) this.giveUp();
    else this.settle();
  }

  settle(): void {
    const { api } = this;
    if (!api || this.asked) return;
    if (this.running && !(this.due && this.ours)) {
      this.asked = "stop";
      api.executeCommand("stopRecording", "file");
    } else if (this.due && !this.running) {
      this.asked = "start";
      api.executeCommand("startRecording", { mode: "file", shouldShare: false });
    }
  }

  private get due(): boolean {
    const { recording } = this.options.store.getSnapshot();
    return this.options.isDoctor() && recording?.service != null && recording.phase === "RECORDING";
  }

  /** Nobody shall read that it records when it does not. */
  private giveUp(): void {
    const { recording } = this.options.store.getSnapshot();
    if (this.due && recording) this.options.session.send("recording.stop", { recording: recording.recording });
  }
}
