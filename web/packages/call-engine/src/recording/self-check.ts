export type Fault = "SILENT" | "OWN_VOICE" | "OTHER_VOICE" | "BLACK" | "FROZEN" | "STALLED";

/** A voice as it is recorded, null: not at all; and as the call itself measures it, null: its microphone is off. 0 to 1. */
export interface Voice { mixed: number | null; heard: number | null }

/** One look at what is being recorded. */
export interface Look {
  /** ms */
  at: number;
  /** Brightness of the large picture in the composition and, coarse as well, of where it comes from; null: no picture is expected. */
  picture: { composed: Uint8Array; source: Uint8Array; moved: boolean } | null;
  /** Loudness of the mix, and of ours and the others' loudest voice; null: nobody's microphone is on. `running`: some sound is recorded. */
  sound: { mixed: number; running: boolean; own: Voice; other: Voice } | null;
  /** What the recorder has given so far. */
  bytes: number;
}

/** Found within five seconds, with a look every second (R8). */
const PATIENCE = 4_000;
const DARK = 18;
const SILENCE = 0.0005;
const VOICE = 0.02;

/**
 * Whether the recording is worth its name. What is still, dark or quiet in the room is not a fault: a still picture is one only
 * where the picture it was made of moves or has stopped coming, silence only where the call hears a voice.
 */
export class SelfCheck {
  private readonly since = new Map<Fault, number>();
  private before: Look | null = null;
  private readonly voiceAt = { own: -Infinity, other: -Infinity };

  /** @returns what is wrong for longer than a moment, worst first */
  look(now: Look): Fault[] {
    const { before } = this;
    this.before = now;
    for (const whose of ["own", "other"] as const) if ((now.sound?.[whose].heard ?? 0) > VOICE) this.voiceAt[whose] = now.at;
    const faults: [Fault, boolean][] = [
      ["STALLED", before !== null && now.bytes <= before.bytes],
      ["SILENT", this.silent(now)],
      ["OWN_VOICE", this.missing(now, "own")],
      ["OTHER_VOICE", this.missing(now, "other")],
      ["BLACK", black(now)],
      ["FROZEN", before !== null && frozen(before, now)],
    ];
    return faults.filter(([fault, is]) => this.lasts(fault, is, (before ?? now).at, now.at)).map(([fault]) => fault);
  }

  private silent({ sound, at }: Look): boolean {
    if (!sound) return false;
    return !sound.running || (sound.mixed < SILENCE && at - Math.max(this.voiceAt.own, this.voiceAt.other) < PATIENCE);
  }

  /** Its microphone is on, and it is not recorded, or what is recorded of it is silence while the call hears it speak. */
  private missing({ sound, at }: Look, whose: "own" | "other"): boolean {
    if (!sound || sound[whose].heard === null) return false;
    const { mixed } = sound[whose];
    return mixed === null || (mixed < SILENCE && at - this.voiceAt[whose] < PATIENCE);
  }

  private lasts(fault: Fault, is: boolean, began: number, at: number): boolean {
    if (!is) this.since.delete(fault);
    else if (!this.since.has(fault)) this.since.set(fault, began);
    return is && at - (this.since.get(fault) ?? at) >= PATIENCE;
  }
}

/** The camera gives light and the recording does not. */
function black({ picture }: Look): boolean {
  return picture !== null && brightest(picture.composed) < DARK && brightest(picture.source) >= 2 * DARK;
}

function frozen(before: Look, now: Look): boolean {
  if (!before.picture || !now.picture) return false;
  return same(before.picture.composed, now.picture.composed)
    && (!now.picture.moved || !same(before.picture.source, now.picture.source));
}

function brightest(picture: Uint8Array): number {
  return picture.reduce((most, one) => Math.max(most, one), 0);
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
