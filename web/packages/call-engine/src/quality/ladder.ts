import { braked, lowered, relieved, resumed } from "./ladder-down";
import { KNOCK_EVERY, PROVEN, type Ladder, type Moment } from "./ladder-state";
import { asked, tried } from "./ladder-up";
import type { Reading } from "./reading";
import { rungAt, SMALLEST, SOUND, TOP, VOICE } from "./rungs";

const LOSSY = 0.1;
const SETTLING = 1_500;
/** Until the other side's reports speak of what is sent now, in ms. */
const LATE = 1_500;
/** Room enough for a small picture, in bit/s, where nobody knows how much there is. */
const UNKNOWN = 50_000;
const DOUBTED_FOR = 3_000;

export function atTop(now: number): Ladder {
  return {
    rung: TOP, limit: rungAt(TOP).takes, drainUntil: null, dark: false, knock: null, reason: null, nextClimb: now, wait: KNOCK_EVERY,
    climbedAt: -Infinity, trialUntil: now + SETTLING, narrowSince: null, busySince: null, lossyUntil: 0, sent: 0,
    arrives: null, fellAt: -Infinity, doubted: null,
  };
}

/** Down fast, up slow. Pure: the same readings always lead to the same place. */
export function step(former: Ladder, reading: Reading): Ladder {
  const { at } = reading;
  const before = { ...former, arrives: arriving(former, reading), doubted: doubting(former, reading) };
  const now: Moment = { at, reading, room: roomFor(before, reading) };
  const ladder = observed(before, now);
  if (ladder.rung === SOUND) return at >= ladder.nextClimb && at >= ladder.lossyUntil ? tried(ladder, at) : ladder;
  // Before any further draining: else one would drain forever what the way never carries.
  const hopeless = ladder.rung === SMALLEST ? lowered(ladder, now) : null;
  if (hopeless) return hopeless;
  if (ladder.drainUntil !== null) return at < ladder.drainUntil ? ladder : resumed(ladder, now);
  return braked(ladder, now) ?? lowered(ladder, now) ?? relieved(ladder, now) ?? asked(ladder, now);
}

/** A picture begins again after none was sent: measuring begins anew, the place is kept. */
export function afresh(ladder: Ladder, at: number): Ladder {
  if (ladder.rung === SOUND) return tried(ladder, at);
  return { ...ladder, trialUntil: at + SETTLING, narrowSince: null, busySince: null, knock: null, drainUntil: null, sent: 0 };
}

/** Firefox tells only what it grants the picture, and grants a large one much even where most of it gets lost. */
function roomFor(ladder: Ladder, { available, granted }: Reading): number | null {
  if (available !== null) return ladder.doubted === null ? available - VOICE : Math.min(UNKNOWN, available - VOICE);
  if (ladder.arrives !== null) return ladder.arrives - VOICE;
  return granted !== null && granted < 0.9 * ladder.limit ? granted : null;
}

/** A browser whose belief has not moved has not been told anything; after a while it is believed all the same. */
function doubting({ doubted, drainUntil, fellAt }: Ladder, { at, available }: Reading): number | null {
  return available === doubted && (drainUntil !== null || at - fellAt < DOUBTED_FOR) ? doubted : null;
}

/** Where the browser does not say what the way carries, what gets through while much gets lost is what it carries. */
function arriving({ arrives, sent, lossyUntil, fellAt }: Ladder, { at, available, loss }: Reading): number | null {
  // What is reported now got lost a moment ago.
  if (available !== null || at - fellAt < LATE) return null;
  if (loss === null) return at < lossyUntil ? arrives : null;
  return loss >= LOSSY ? sent * (1 - loss) : null;
}

/** The last picture is given up for lack of room that lasts; a moment with a little more does not end it. */
function leastRoom({ rung, narrowSince, trialUntil }: Ladder, at: number): number {
  const { holds } = rungAt(rung);
  if (rung === SMALLEST && narrowSince !== null) return 2 * holds;
  return at < trialUntil ? holds / 2 : holds;
}

function observed(ladder: Ladder, { at, reading, room }: Moment): Ladder {
  const { sent, loss, fps, limitation, encoding } = reading;
  const rung = rungAt(ladder.rung);
  const narrow = room !== null && room < leastRoom(ladder, at);
  const busy = fps !== null && fps < 0.6 * rung.fps && (limitation === "cpu" || (encoding ?? 0) > 900 / rung.fps);
  const proven = at - ladder.climbedAt >= PROVEN && at >= ladder.nextClimb && ladder.rung < SMALLEST;
  return {
    ...ladder,
    narrowSince: narrow ? (ladder.narrowSince ?? at) : null,
    busySince: busy ? (ladder.busySince ?? at) : null,
    lossyUntil: loss !== null && loss >= LOSSY ? at + 3_000 : ladder.lossyUntil,
    sent: sent === null ? ladder.sent : ladder.sent === 0 ? sent : 0.6 * ladder.sent + 0.4 * sent,
    wait: proven ? KNOCK_EVERY : ladder.wait,
    reason: ladder.rung === TOP && proven ? null : ladder.reason,
  };
}
