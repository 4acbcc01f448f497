import type { Reading } from "./reading";

/** Whether sound is sent twice, and what speaks for it; instants in ms. */
export interface Redundancy { on: boolean; losses: number; cleanSince: number | null }

export const PLAIN: Redundancy = { on: false, losses: 0, cleanSince: null };

/** What redundant sound takes in addition, in bit/s. */
export const REDUNDANCY = 36_000;

const MUCH = 0.05;
const SOME = 0.02;
const CLEAN = 0.01;
const CLEAN_FOR = 20_000;
/** Where there is less, packets get lost because there are too many already. */
const ENOUGH = 200_000;

/**
 * Redundant sound makes a loss of one packet in five one in twenty-five, but it costs as much again and some 40 ms of delay at
 * the other end: so it is for ways that lose packets, and only for them.
 */
export function redundancy(before: Redundancy, { at, loss, available }: Reading): Redundancy {
  if (available !== null && available < ENOUGH) return PLAIN;
  if (loss === null) return before;
  const losses = loss >= SOME ? before.losses + 1 : 0;
  const cleanSince = loss < CLEAN ? (before.cleanSince ?? at) : null;
  if (!before.on) return { on: loss >= MUCH || losses >= 2, losses, cleanSince };
  return { on: cleanSince === null || at - cleanSince < CLEAN_FOR, losses, cleanSince };
}
