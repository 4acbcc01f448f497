import { Scope } from "../core/scope";
import { Composer } from "./composer";
import { isFragmented } from "./fragments";
import { EffortControl } from "./effort";
import type { Sitter } from "./layout";
import { Mixer } from "./mixer";
import { Recorder } from "./recorder";
import type { Segment } from "./segment";
import { SelfCheck, type Fault, type Voice } from "./self-check";
import { Speaker } from "./speaker";
import { TakeWriter, Unfit } from "./take-writer";

/** Ours, and the loudest of the others', 0 to 1; null: no microphone of theirs is on. */
export interface Heard { own: number | null; other: number | null }

export interface StudioOptions {
  recording: string; take: number; mimeType: string;
  sitters: () => readonly Sitter[];
  /** Server time in ms. */
  now: () => number;
  clock: () => string;
  /** Whether this computer has been awake all the time. */
  awake: () => boolean;
  /** Whose page this is. */
  me: string;
  /** How loud the call's own counters say the voices are. */
  heard: () => Promise<Heard>;
  /** A picture is expected to arrive. */
  expectsPicture: () => boolean;
  /** The device holds the call back. */
  busy: () => boolean;
  /** How many bytes a part may have now; nothing: as many as the server takes. */
  largest?: () => number | undefined;
  keep: (segment: Segment) => Promise<void>;
  /** What is wrong; null: all is well. */
  onFault: (fault: Fault | null) => void;
  /** One picture to recognise the recording by, and when it was taken. */
  onPicture?: (picture: Blob, takenAt: number) => void;
  /** All voices can be recorded now, in a take of their own; until now there was one. */
  onAwake: () => void;
  onOver: (why: Over) => void;
}

/** Why a take has ended by itself: no room for it here, the browser's recorder broke, gives what cannot be kept in parts, or the computer slept. */
export type Over = "FULL" | "BROKEN" | "UNFIT" | "SLEPT";

const LOOK = 1_000;
const LISTEN = 200;
const WAKE = 500;
/** By then everybody is in the picture. */
const PICTURE = 3_000;

/** One take: from the first frame to the last, composed, mixed, recorded, looked after. */
export class Studio {
  private readonly scope = new Scope();
  private readonly writer: TakeWriter;
  private readonly composer: Composer;
  private readonly mixer: Mixer;
  private recorder: Recorder | null = null;
  private readonly speaker = new Speaker();
  private readonly check = new SelfCheck();
  private readonly effort = new EffortControl();
  private bytes = 0;
  /** Whose voice alone is recorded, as it comes, while the mix sleeps. */
  private alone: string | null = null;
  private loudest = 0;
  private readonly loudestOf = new Map<string, number>();
  private lookedAt = performance.now();
  private told: Fault | null = null;

  constructor(private readonly options: StudioOptions) {
    const { scope } = this;
    this.writer = new TakeWriter({ ...options, holds: options.awake, fits: (start) => !options.mimeType.startsWith("video/mp4") || isFragmented(start) });
    this.mixer = new Mixer(scope);
    this.mixer.set(options.sitters());
    this.composer = new Composer({ scope, sitters: options.sitters, speaker: () => this.speaker.current, clock: options.clock });
    scope.every(LISTEN, () => this.listen());
    scope.after(PICTURE, () => void this.picture().catch(() => undefined));
    scope.every(LOOK, () => void this.look().catch(() => undefined));
    this.record().catch(() => this.over("BROKEN"));
  }

  /** At once: what comes after this is not recorded. */
  stop(): void {
    this.writer.stopped();
    if (this.recorder) this.recorder.stop();
    else this.write(new Blob(), true);
    this.scope.close();
  }

  /** While the mix sleeps the recorder would write no picture either: it waits for sound. One voice is better than nothing. */
  private async record(): Promise<void> {
    const { scope, options, mixer } = this;
    const voice = (await mixer.wakes(WAKE)) ? null : mixer.oneVoice;
    if (scope.closed) return;
    this.recorder = new Recorder({
      scope, tracks: [this.composer.track, voice?.track ?? mixer.track], mimeType: options.mimeType,
      onData: (data, final) => this.write(data, final),
      onBroken: () => this.over("BROKEN"),
    });
    this.writer.started();
    this.alone = voice?.id ?? null;
  }

  private write(data: Blob, final: boolean): void {
    this.bytes += data.size;
    if (!final && !this.options.awake()) return this.over("SLEPT");
    this.writer.write(data, final).catch((error: unknown) => this.over(error instanceof Unfit ? "UNFIT" : "FULL"));
  }

  private over(why: Over): void {
    if (this.scope.closed) return;
    this.stop();
    this.options.onOver(why);
  }

  private async picture(): Promise<void> {
    const { onPicture, now } = this.options;
    if (!onPicture) return;
    const at = now();
    const picture = await this.composer.picture();
    // Whoever took their yes back meanwhile is not in any picture.
    if (picture && !this.scope.closed) onPicture(picture, at);
  }

  private listen(): void {
    this.mixer.set(this.options.sitters());
    if (this.alone !== null && this.mixer.running) {
      this.alone = null;
      this.options.onAwake();
      return;
    }
    this.loudest = Math.max(this.loudest, this.mixer.level());
    const levels = this.mixer.levels();
    for (const [id, level] of levels) this.loudestOf.set(id, Math.max(level, this.loudestOf.get(id) ?? 0));
    this.speaker.look(levels, performance.now());
  }

  /** What is recorded since the last look, beside what the call hears. */
  private sound(heard: Heard, goesOn: boolean): { mixed: number; running: boolean; own: Voice; other: Voice } | null {
    const { alone, loudest, loudestOf, options: { me } } = this;
    if (heard.own === null && heard.other === null) return null;
    if (alone !== null) {
      // As it comes: as loud as the call says.
      const own = alone === me;
      const mixed = (own ? heard.own : heard.other) ?? 0;
      return { mixed: Math.max(mixed, heard.own ?? 0, heard.other ?? 0), running: true, own: { heard: heard.own, mixed: own ? mixed : null }, other: { heard: heard.other, mixed: own ? null : mixed } };
    }
    const others = [...loudestOf].filter(([id]) => id !== me).map(([, level]) => level);
    return {
      mixed: loudest, running: goesOn,
      own: { heard: heard.own, mixed: loudestOf.get(me) ?? null },
      other: { heard: heard.other, mixed: others.length > 0 ? Math.max(...others) : null },
    };
  }

  private async look(): Promise<void> {
    if (!this.options.awake()) return this.over("SLEPT");
    const at = performance.now();
    const strain = this.composer.strain(at - this.lookedAt);
    this.lookedAt = at;
    this.composer.setEffort(this.effort.look({ ...strain, busy: this.options.busy() }));
    const goesOn = this.mixer.goesOn();
    const heard = await this.options.heard();
    if (this.scope.closed) return;
    const sound = this.sound(heard, goesOn);
    this.loudest = 0;
    this.loudestOf.clear();
    const [fault = null] = this.check.look({
      at, bytes: this.bytes,
      picture: this.options.expectsPicture() ? this.composer.sample() : null,
      sound,
    });
    this.tell(fault);
  }

  private tell(fault: Fault | null): void {
    if (fault === this.told) return;
    this.told = fault;
    this.options.onFault(fault);
  }
}
