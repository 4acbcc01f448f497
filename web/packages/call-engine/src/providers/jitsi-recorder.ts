import type { TransportOptions } from "./transport";
import type { JitsiApi } from "./jitsi-api";

export interface JitsiRecorderOptions extends Pick<TransportOptions, "scope" | "store" | "session"> {
  isDoctor: () => boolean;
  /** The service films, nobody has agreed to it, and nobody stops it. */
  onFilmed: () => void;
}

/** How long the doctor's page may take to stop it. */
const PATIENCE = 5_000;
/** What it was told to end and has not is told again after this. */
const STOP_AGAIN = 5_000;
/** A service has to find a recorder of its own; one that says nothing for longer does not record. */
const STARTS_WITHIN = 30_000;

/** Whoever comes in hears within this whether a recorder runs; one that we asked for before would be taken for ours. */
const LISTENS = 1_500;

/** What Jitsi tells of its recorder; an error comes with `on: false`. */
interface Status { on: boolean; mode?: string; error?: string }

/**
 * The service's recorder, which only the doctor's page switches: it runs while the recording does that everybody agreed to,
 * and at no other time. One that was running before we came is ended, so that no film reaches past what was agreed to; a wish to
 * end it is said until it has been heard. One that does not begin, or that says nothing, is told to the server.
 * Any other page switches nothing, and leaves where it is filmed without a yes.
 */
export class JitsiRecorder {
  private api: JitsiApi | null = null;
  private running = false;
  private ours = false;
  private filmed: (() => void) | null = null;
  private listening: (() => void) | null = null;
  private asked: { what: "start" | "stop"; forget: () => void } | null = null;

  constructor(private readonly options: JitsiRecorderOptions) {}

  /** A service that records for the clinic must be allowed to inside of the frame. */
  get allowed(): boolean {
    return this.options.isDoctor() && this.options.store.getSnapshot().recordingRules?.service != null;
  }

  joined(api: JitsiApi): void {
    this.api = api;
    this.listening = this.options.scope.after(LISTENS, () => this.heard());
    this.settle();
  }

  left(): void {
    this.api = null;
    this.running = false;
    this.ours = false;
    this.listening?.();
    this.listening = null;
    this.answered();
    this.calm();
  }

  told({ on, mode, error }: Status): void {
    if (mode !== undefined && mode !== "file") return;
    const failed = !on && this.asked?.what === "start" && error !== undefined;
    this.ours = on && (this.ours || this.asked?.what === "start");
    this.running = on;
    this.listening?.();
    this.listening = null;
    this.answered();
    if (failed && this.options.isDoctor()) this.giveUp();
    else this.settle();
  }

  settle(): void {
    const { api } = this;
    if (!api) return;
    if (!this.options.isDoctor()) return this.watch();
    if (this.asked) return;
    if (this.running && !(this.due && this.ours)) this.stop(api);
    else if (this.due && !this.running && !this.listening) this.start(api);
  }

  private heard(): void {
    this.listening = null;
    this.settle();
  }

  private start(api: JitsiApi): void {
    this.asks("start", STARTS_WITHIN, () => {
      this.giveUp();
      // It may begin all the same; what it says then is no answer to us.
      this.stop(api);
    });
    api.executeCommand("startRecording", { mode: "file", shouldShare: false });
  }

  private stop(api: JitsiApi): void {
    this.asks("stop", STOP_AGAIN, () => this.settle());
    api.executeCommand("stopRecording", "file");
  }

  private asks(what: "start" | "stop", patience: number, unanswered: () => void): void {
    const forget = this.options.scope.after(patience, () => {
      this.asked = null;
      unanswered();
    });
    this.asked = { what, forget };
  }

  private answered(): void {
    this.asked?.forget();
    this.asked = null;
  }

  private get due(): boolean {
    const { recording } = this.options.store.getSnapshot();
    return recording?.service != null && recording.phase === "RECORDING";
  }

  /** Whoever cannot switch it can leave. */
  private watch(): void {
    if (!this.running || this.due) this.calm();
    else this.filmed ??= this.options.scope.after(PATIENCE, () => {
      this.filmed = null;
      this.options.onFilmed();
    });
  }

  private calm(): void {
    this.filmed?.();
    this.filmed = null;
  }

  /** Nobody shall read that it records when it does not. */
  private giveUp(): void {
    const { recording } = this.options.store.getSnapshot();
    if (this.due && recording) this.options.session.send("recording.able", { recording: recording.recording, able: false });
  }
}
