import type { Reading } from "./reading";
import { rungAt, TOP } from "./rungs";

/** Where one connection's picture stands and what is being tried there. Instants and spans in ms, rates in bit/s. */
export interface Ladder {
  rung: number;
  /** What the camera may take now. */
  limit: number;
  /** Until then next to nothing is sent, so that what has piled up on the way drains and the voice gets through. */
  drainUntil: number | null;
  /** It drains without any picture: nothing else ends what this browser sends again and again. */
  dark: boolean;
  /** A question to the way whether it carries more: first a little less is sent, then much more is allowed. */
  knock: { since: number; asking: boolean; room: number } | null;
  /** Why it stands below the top. */
  reason: "network" | "cpu" | null;
  /** Not before that is going up tried, and how long one waits after it failed. */
  nextClimb: number;
  wait: number;
  climbedAt: number;
  /** Until then little room is no reason to go down: the browser has only begun to measure. */
  trialUntil: number;
  narrowSince: number | null;
  busySince: number | null;
  lossyUntil: number;
  /** What of ours arrived while much got lost; only where the browser does not say what the way carries. */
  arrives: number | null;
  fellAt: number;
  /** What the browser believed when much got lost, until it believes something else: nobody has told it anything since. */
  doubted: number | null;
  /** What went out lately, smoothed. */
  sent: number;
}

/** What is known at one moment. `room`: what the picture may take; null when nothing says that the way is narrow. */
export interface Moment { at: number; reading: Reading; room: number | null }

/** How often one looks. */
export const LOOK_EVERY = 250;

export const KNOCK_EVERY = 5_000;
/** A climb that lasts that long was right. */
export const PROVEN = 30_000;

const SHARE = 0.8;
const LEAST = 40_000;

/** What the camera may take there: less than there is room for, so that nothing queues up in front of the voice. */
export function limitAt(rung: number, room: number | null): number {
  const { takes } = rungAt(rung);
  if (rung === TOP || room === null) return takes;
  return Math.round(Math.min(takes, Math.max(LEAST, SHARE * room)));
}
