import { KNOCK_EVERY, limitAt, type Ladder, type Moment } from "./ladder-state";
import { rungAt, SMALLEST, TOP } from "./rungs";

const DWELL = 1_000;
const TRIAL = 3_000;
const SOON = 2_000;
const DUCK = 500;
const ASK = 750;
const ASK_AT_MOST = 2_500;
/** Room that grew so much while one asked is growing on. */
const GROWING = 1.25;
const RIPPLE = 0.15;

/** Whether a picture is possible again: as small as it gets, for a while. */
export function tried(ladder: Ladder, at: number): Ladder {
  return {
    ...ladder, rung: SMALLEST, limit: rungAt(SMALLEST).fits, climbedAt: at, trialUntil: at + TRIAL, nextClimb: at + SOON,
    narrowSince: null, knock: null, drainUntil: null,
  };
}

/**
 * Going up. Browsers measure no more than about what is sent, so room for a larger picture shows only when it is asked for:
 * Chromium probes the way when the picture is allowed more while it sends clearly less than it could (WebRTC's probing on
 * allocation). So one ducks for a moment, then allows much more for a moment, and looks.
 */
export function asked(ladder: Ladder, now: Moment): Ladder {
  const { at, room } = now;
  if (ladder.rung === TOP) return ladder;
  if (at < ladder.lossyUntil && ladder.knock) return ended(ladder, now);
  if (at < ladder.lossyUntil || at < ladder.nextClimb) return followed(ladder, now);
  if (room !== null && room >= rungAt(ladder.rung - 1).fits) return climbed(ladder, now);
  if (room === null) return climbed(ladder, now);
  if (!ladder.knock) return { ...ladder, knock: { since: at, asking: false, room }, limit: Math.round(ladder.limit / 2) };
  return knocking(ladder, ladder.knock, now, room);
}

function knocking(ladder: Ladder, knock: NonNullable<Ladder["knock"]>, now: Moment, room: number): Ladder {
  const lasted = now.at - knock.since;
  if (!knock.asking) {
    if (lasted < DUCK) return ladder;
    return { ...ladder, knock: { ...knock, since: now.at, asking: true, room }, limit: rungAt(TOP).takes };
  }
  const growing = room >= GROWING * knock.room;
  if (lasted < ASK || (growing && lasted < ASK_AT_MOST)) return ladder;
  return ended(ladder, now);
}

function ended(ladder: Ladder, { at, room }: Moment): Ladder {
  return { ...ladder, knock: null, limit: limitAt(ladder.rung, room), nextClimb: at + KNOCK_EVERY };
}

/** The limit follows the room, but not every ripple: each change costs the browser a look at its encoder. */
function followed(ladder: Ladder, { room, reading }: Moment): Ladder {
  if (reading.available === null) return ladder;
  const limit = limitAt(ladder.rung, room);
  return Math.abs(limit - ladder.limit) > RIPPLE * ladder.limit ? { ...ladder, limit } : ladder;
}

function climbed(ladder: Ladder, { at, room }: Moment): Ladder {
  const rung = ladder.rung - 1;
  return {
    ...ladder, rung, limit: limitAt(rung, room), climbedAt: at, nextClimb: at + DWELL, knock: null, narrowSince: null,
    busySince: null, trialUntil: at,
  };
}
