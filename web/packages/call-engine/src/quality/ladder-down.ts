import { limitAt, PROVEN, type Ladder, type Moment } from "./ladder-state";
import { fitting, rungAt, SMALLEST, TOP, VOICE } from "./rungs";

const DRAIN = 750;
const NARROW_FOR = 250;
/** The last step, to no picture, is not taken for a moment's weakness. */
const NARROW_FOR_SOUND = 3_000;
const TRIAL = 3_000;
const BUSY_FOR = 4_000;
const BUSY_WAIT = 30_000;
const LONGEST_WAIT = 60_000;
/** Whoever sends so much more than the way carries has filled its queue already. */
const OVERLOAD = 0.6;
/** ms that packets may wait in this browser. */
const STALE = 400;
/** Where so much of what the other side sends gets lost at once, its reports about ours get lost, too. */
const FLOODED = 0.5;
const AGAIN = 5_000;
/** Firefox sends again whatever is asked for, at any rate, until nothing else gets through. */
const CHOKED = 0.5;

/** Far too much is under way, or waits in this browser: only near silence empties the queues before the voice breaks up. */
export function braked(ladder: Ladder, { at, reading }: Moment): Ladder | null {
  const { available, queued, lossDown, resent } = reading;
  const choked = available === null && resent >= CHOKED;
  const flooded = ((lossDown ?? 0) >= FLOODED || choked) && ladder.sent > 2 * rungAt(SMALLEST).takes;
  const overload = available !== null && available < OVERLOAD * ladder.sent && available - VOICE < 2 * rungAt(TOP).fits;
  // What has only begun may wait for a first measurement.
  if (!overload && ((queued < STALE && !flooded) || at < ladder.trialUntil)) return null;
  // Who has to drain again so soon went on with too much, whatever the browser says: it may not have heard yet.
  const rung = flooded || at - ladder.fellAt < AGAIN ? Math.max(SMALLEST, ladder.rung) : ladder.rung;
  // Whoever has to drain with the smallest picture, and again and again, has none to send.
  const narrowSince = ladder.rung === SMALLEST ? (ladder.narrowSince ?? at) : null;
  return { ...ladder, rung, drainUntil: at + DRAIN, knock: null, narrowSince, reason: "network", doubted: overload ? null : available, dark: choked };
}

/** Afterwards the picture comes back at once, as large as fits; whether even the smallest is too much shows then. */
export function resumed(ladder: Ladder, now: Moment): Ladder {
  const fits = now.room === null ? ladder.rung + 1 : fitting(now.room);
  const rung = Math.min(SMALLEST, Math.max(ladder.rung, fits));
  return { ...fallen(ladder, rung, now), trialUntil: now.at + TRIAL, sent: 0 };
}

export function lowered(ladder: Ladder, now: Moment): Ladder | null {
  const patience = ladder.rung === SMALLEST ? NARROW_FOR_SOUND : NARROW_FOR;
  if (ladder.narrowSince === null || now.room === null || now.at - ladder.narrowSince < patience) return null;
  return fallen(ladder, Math.max(ladder.rung + 1, fitting(now.room)), now);
}

/** The computer cannot keep up with so large a picture. */
export function relieved(ladder: Ladder, now: Moment): Ladder | null {
  if (ladder.busySince === null || now.at - ladder.busySince < BUSY_FOR || ladder.rung >= SMALLEST) return null;
  const wait = Math.min(LONGEST_WAIT, Math.max(BUSY_WAIT, 2 * ladder.wait));
  return { ...fallen(ladder, ladder.rung + 1, now), reason: "cpu", wait, nextClimb: now.at + wait };
}

/** A climb that did not last makes one wait longer before the next. */
function fallen(ladder: Ladder, rung: number, { at, room }: Moment): Ladder {
  const failed = at - ladder.climbedAt < PROVEN;
  const wait = failed ? Math.min(LONGEST_WAIT, 2 * ladder.wait) : ladder.wait;
  return {
    ...ladder, rung, limit: limitAt(rung, room), reason: rung === ladder.rung ? ladder.reason : "network", wait,
    nextClimb: at + wait, climbedAt: -Infinity, knock: null, drainUntil: null, busySince: null,
    narrowSince: rung === ladder.rung ? ladder.narrowSince : null,
    fellAt: at, arrives: null,
  };
}
