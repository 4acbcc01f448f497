import type { IceServers } from "@consilium/protocol";
import { Scope } from "../core/scope";
import { Store } from "../core/store";
import type { LocalMedia } from "../media/local-media";
import { lookAt } from "./camera";
import { ConnectionCheck } from "./connection";
import { listenTo } from "./microphone";
import { NOTHING_DONE, percent } from "./progress";
import { NOTHING_KNOWN, type Results, type SpeakerResult } from "./results";
import type { SignallingOptions } from "./signalling";
import { supportGaps } from "./support";
import { verdictOf, type Verdict } from "./verdict";

export interface PreflightOptions {
  media: LocalMedia;
  inApp: boolean;
  iceServers: () => Promise<IceServers>;
  signalling: SignallingOptions;
  look?: typeof lookAt;
  listen?: typeof listenTo;
}

export interface PreflightState {
  /** Of the connection's part, 0 to 100. */
  progress: number;
  running: boolean;
  results: Results;
  verdict: Verdict;
  /** How long the connection's part took. */
  tookMs: number | null;
}

/** How long a microphone may be silent before we say that we hear nothing; it is listened to all the same. */
const SILENT_AFTER = 6_000;

/** The whole check before a call: devices, browser, connection; each result shows at once. Nothing that is seen or heard leaves the page. */
export class Preflight {
  readonly store: Store<PreflightState>;
  private readonly scope = new Scope();
  private round = new Scope();
  private asked = false;
  private watching: { camera: MediaStreamTrack | null; microphone: MediaStreamTrack | null } = { camera: null, microphone: null };
  private looking = new AbortController();
  private stopListening: () => void = () => undefined;

  constructor(private readonly options: PreflightOptions) {
    const results = { ...NOTHING_KNOWN, support: supportGaps(), inApp: options.inApp };
    this.store = new Store<PreflightState>({ progress: 0, running: false, results, verdict: verdictOf(results), tookMs: null });
    this.scope.onClose(options.media.store.subscribe(() => this.mediaChanged()));
    this.scope.onClose(() => {
      this.looking.abort();
      this.stopListening();
    });
  }

  /** Asks for the devices and checks the connection. */
  start(): void {
    void this.options.media.start({ camera: true, microphone: true }).then(() => {
      this.asked = true;
      this.mediaChanged();
    });
    this.checkConnection();
  }

  /** From the beginning; devices that work are kept. */
  again(): void {
    this.watching = { camera: null, microphone: null };
    this.learn({ camera: null, microphone: null, speaker: "NOT_ASKED" });
    void this.options.media.retry().then(() => this.mediaChanged());
    this.checkConnection();
  }

  speaker(speaker: SpeakerResult): void {
    this.learn({ speaker });
  }

  close(): void {
    this.scope.close();
  }

  private checkConnection(): void {
    this.round.close();
    const round = (this.round = this.scope.child());
    const began = performance.now();
    const { signalling, stun, relays, path, kbps } = NOTHING_KNOWN;
    this.learn({ signalling, stun, relays, path, kbps, connectionDone: false });
    this.patch({ progress: percent(NOTHING_DONE), running: true, tookMs: null });
    const check = new ConnectionCheck(round, {
      iceServers: this.options.iceServers,
      signalling: this.options.signalling,
      onResult: (change) => { if (!round.closed) this.learn(change); },
      onProgress: (done) => { if (!round.closed) this.patch({ progress: percent(done) }); },
    });
    void check.run().finally(() => {
      if (round.closed) return;
      this.learn({ connectionDone: true });
      this.patch({ running: false, progress: 100, tookMs: Math.round(performance.now() - began) });
    });
  }

  private mediaChanged(): void {
    if (this.scope.closed) return;
    const { camera, microphone } = this.options.media.store.getSnapshot();
    if (camera.on && camera.track) this.watch(camera.track);
    else this.learn({ camera: this.without("camera") });
    if (microphone.on && microphone.track) this.listen(microphone.track);
    else this.learn({ microphone: this.without("microphone") });
  }

  /** A question that nobody has answered yet is no answer. */
  private without(kind: "camera" | "microphone"): Results["camera"] & Results["microphone"] {
    const { problem } = this.options.media.store.getSnapshot()[kind];
    this.watching[kind] = null;
    if (kind === "camera") this.looking.abort();
    else this.stopListening();
    if (problem) return problem === "NO_ANSWER" ? null : problem;
    return this.asked ? "OFF" : null;
  }

  private watch(track: MediaStreamTrack): void {
    if (this.watching.camera === track) return;
    this.watching.camera = track;
    this.looking.abort();
    const { signal } = (this.looking = new AbortController());
    this.learn({ camera: null });
    void (this.options.look ?? lookAt)(track, signal, (camera) => { if (!signal.aborted) this.learn({ camera }); });
  }

  private listen(track: MediaStreamTrack): void {
    if (this.watching.microphone === track) return;
    this.watching.microphone = track;
    this.stopListening();
    this.learn({ microphone: null });
    const own = this.scope.child();
    own.after(SILENT_AFTER, () => this.learn({ microphone: "SILENT" }));
    own.onClose((this.options.listen ?? listenTo)(track, () => {
      own.close();
      this.learn({ microphone: "HEARD" });
    }));
    this.stopListening = () => own.close();
  }

  private learn(change: Partial<Results>): void {
    if (this.scope.closed) return;
    const results = { ...this.store.getSnapshot().results, ...change };
    this.patch({ results, verdict: verdictOf(results) });
  }

  private patch(change: Partial<PreflightState>): void {
    if (!this.scope.closed) this.store.update((state) => ({ ...state, ...change }));
  }
}
