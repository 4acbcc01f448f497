/**
 * The rungs a sender's picture stands on, from the best to none at all. `lines` is the shorter side of the picture. What a
 * picture may cost is given in bit/s: `takes` at most; it `holds` while there is that much room; it `fits` from that much
 * on, which is more, so that a picture that has just become larger does not become smaller at once.
 */
export interface Rung {
  name: RungName;
  lines: number; fps: number; takes: number; holds: number; fits: number;
  /** A shared screen keeps every line, for its text must stay readable, and gives up frames instead. */
  screen: { fps: number; takes: number };
}

export type RungName = "720p" | "360p" | "180p" | "sound";

export const RUNGS: readonly Rung[] = [
  { name: "720p", lines: 720, fps: 30, takes: 2_500_000, holds: 500_000, fits: 900_000, screen: { fps: 30, takes: 2_500_000 } },
  { name: "360p", lines: 360, fps: 30, takes: 600_000, holds: 200_000, fits: 330_000, screen: { fps: 10, takes: 600_000 } },
  { name: "180p", lines: 180, fps: 20, takes: 150_000, holds: 12_500, fits: 60_000, screen: { fps: 4, takes: 150_000 } },
  { name: "sound", lines: 0, fps: 0, takes: 0, holds: 0, fits: 0, screen: { fps: 0, takes: 0 } },
];

export const TOP = 0;
export const SMALLEST = 2;
export const SOUND = 3;

/** Kept free for the voice, whatever the picture would like: Opus at 32 kbit/s with its headers, and a little air. */
export const VOICE = 64_000;

export function rungAt(index: number): Rung {
  return RUNGS[Math.min(SOUND, Math.max(TOP, index))] as Rung;
}

/** The best rung that is comfortable with that much room. */
export function fitting(room: number): number {
  return RUNGS.findIndex((rung) => room >= rung.fits);
}
