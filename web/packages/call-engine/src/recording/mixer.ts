import type { Scope } from "../core/scope";
import { within } from "../core/within";

interface Voice { track: MediaStreamTrack; source: MediaStreamAudioSourceNode; analyser: AnalyserNode }

/** All voices in one track, and how loud each is. A voice that is muted is silent here as well. */
export class Mixer {
  readonly track: MediaStreamTrack;
  private readonly context = silentContext();
  private readonly out: MediaStreamAudioDestinationNode;
  private readonly sum: GainNode;
  private readonly meter: AnalyserNode;
  private readonly voices = new Map<string, Voice>();
  private clock = -1;

  constructor(scope: Scope) {
    const { context } = this;
    // Two voices at once must not crackle.
    const limiter = context.createDynamicsCompressor();
    limiter.threshold.value = -6;
    limiter.ratio.value = 12;
    this.sum = context.createGain();
    this.meter = this.analyser();
    this.out = context.createMediaStreamDestination();
    this.sum.connect(limiter).connect(this.out);
    limiter.connect(this.meter);
    this.track = this.out.stream.getAudioTracks()[0] as MediaStreamTrack;
    // Where a browser lets a page sound only in answer to a click or a key.
    const wake = () => { if (!this.running) void context.resume().catch(() => undefined); };
    for (const gesture of ["pointerup", "keydown"]) {
      globalThis.addEventListener(gesture, wake, { capture: true });
      scope.onClose(() => globalThis.removeEventListener(gesture, wake, { capture: true }));
    }
    scope.onClose(() => {
      this.track.stop();
      void context.close();
    });
  }

  get running(): boolean {
    return this.context.state === "running";
  }

  /** Browsers keep it asleep where nobody has clicked yet, after a reload, say. @returns whether it is awake before the time is over */
  async wakes(milliseconds: number): Promise<boolean> {
    if (!this.running) await within(milliseconds, this.context.resume()).catch(() => undefined);
    return this.running;
  }

  /** Whether it has mixed anything since this was last asked: a computer without a working speaker may leave it standing, awake. */
  goesOn(): boolean {
    const before = this.clock;
    this.clock = this.context.currentTime;
    return this.running && this.clock > before;
  }

  /** A voice as it comes, the first that there is, and whose. */
  get oneVoice(): { id: string; track: MediaStreamTrack } | null {
    const [first] = this.voices;
    return first ? { id: first[0], track: first[1].track } : null;
  }

  set(voices: readonly { id: string; voice: MediaStreamTrack | null }[]): void {
    const wanted = new Map(voices.map(({ id, voice }) => [id, voice?.readyState === "live" ? voice : null]));
    for (const [id, { track }] of this.voices) if (wanted.get(id) !== track) this.drop(id);
    for (const [id, voice] of wanted) if (voice && !this.voices.has(id)) this.add(id, voice);
    if (!this.running) void this.context.resume().catch(() => undefined);
  }

  levels(): Map<string, number> {
    return new Map([...this.voices].map(([id, { analyser }]) => [id, loudness(analyser)]));
  }

  level(): number {
    return loudness(this.meter);
  }

  private add(id: string, track: MediaStreamTrack): void {
    const source = this.context.createMediaStreamSource(new MediaStream([track]));
    const analyser = this.analyser();
    source.connect(analyser);
    source.connect(this.sum);
    this.voices.set(id, { track, source, analyser });
  }

  private drop(id: string): void {
    this.voices.get(id)?.source.disconnect();
    this.voices.delete(id);
  }

  private analyser(): AnalyserNode {
    const analyser = this.context.createAnalyser();
    analyser.fftSize = 2048;
    return analyser;
  }
}

/** Nobody listens to it: where a browser can do without a speaker, a speaker that fails or is taken away does not stop the mix. */
function silentContext(): AudioContext {
  try {
    return new AudioContext({ sinkId: { type: "none" } } as AudioContextOptions);
  } catch {
    return new AudioContext();
  }
}

function loudness(analyser: AnalyserNode): number {
  const samples = new Float32Array(analyser.fftSize);
  analyser.getFloatTimeDomainData(samples);
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}
