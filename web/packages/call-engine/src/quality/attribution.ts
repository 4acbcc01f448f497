import { evidence, type Evidence, type Lane, type Side, type View } from "./evidence";

export type Cause = "none" | "loss" | "delay" | "jitter" | "bandwidth" | "cpu" | "relay" | "silence";
export type Whose = "me" | "them" | "both" | "between";
export type Direction = "up" | "down" | "both";

/** What is wrong with a call: why, whose network or device it is (`between`: cannot be told), and which media suffer. */
export interface Verdict { cause: Cause; side: Whose; direction: Direction }

export const NOTHING: Verdict = { cause: "none", side: "between", direction: "both" };

/** Shares and ms from which people notice. */
const LOSSY = 0.015;
const JITTERY = 25;
const LONG_BUFFER = 180;
const SLOW = 250;
/** Of random loss this much makes a browser send less, though the way is wide. */
const VERY_LOSSY = 0.07;
/** bit/s: less does not carry a picture of 360 lines. */
const NARROW = 700_000;
/** A picture that has become smaller needs more to become larger again: as long as there is less than that, the way is narrow. */
const WIDE_AGAIN = 1_000_000;
/** A queue has formed on the way. */
const QUEUED = 60;
/** ms by which answers differ on a way that is unsteady by itself. */
const UNSTEADY = 15;
/** One of sixty answers. */
const LATE_AT_ALL = 0.015;
/** Less unrest than this is that of any network. */
const RESTLESS = 8;

/**
 * Why a call is not better, in the order in which one thing explains another: a busy device sends little, a narrow way also
 * loses and delays, a lossy one also makes browsers send less.
 */
export function diagnose(views: readonly View[]): Verdict {
  const seen = evidence(views);
  return overload(seen) ?? unsteadiness(seen) ?? narrowness(seen) ?? loss(seen) ?? detour(seen) ?? jitter(seen) ?? delay(seen) ?? NOTHING;
}

function overload({ me, them }: Evidence): Verdict | null {
  const mine = me.busySending || me.busyReceiving;
  const theirs = them.busySending || them.busyReceiving;
  const direction = direct(me.busySending || them.busyReceiving, them.busySending || me.busyReceiving);
  return direction && { cause: "cpu", side: mine && theirs ? "both" : mine ? "me" : "them", direction };
}

/**
 * An unsteady way frightens browsers into sending next to nothing, though it is wide. What gives it away: answers go on coming
 * late and unevenly, and yet nothing is lost, as it would be where a queue runs over.
 */
function unsteadiness(seen: Evidence): Verdict | null {
  const { up, down, me, them } = seen;
  const waits = seen.rtt - seen.calmRtt > QUEUED && Math.max(me.jitter, them.jitter) > UNSTEADY;
  if (!waits || Math.max(up.loss, down.loss) >= LOSSY / 2) return null;
  const direction = direct(small(up), small(down));
  return direction && { cause: "jitter", side: unrestOf(seen), direction };
}

function narrowness(seen: Evidence): Verdict | null {
  const queued = seen.rtt - seen.calmRtt > QUEUED;
  const narrow = (lane: Lane) => small(lane) && (lane.loss < VERY_LOSSY || queued);
  const direction = direct(narrow(seen.up), narrow(seen.down));
  return direction && { cause: "bandwidth", side: unrestOf(seen), direction };
}

function small(lane: Lane): boolean {
  return room(lane) < (lane.narrowed ? WIDE_AGAIN : NARROW);
}

/** What the sender believes the way carries; where its browser does not say, that it sends less says enough. */
function room({ available, narrowed }: Lane): number {
  return available ?? (narrowed ? 0 : Infinity);
}

function loss(seen: Evidence): Verdict | null {
  const direction = direct(seen.up.loss >= LOSSY, seen.down.loss >= LOSSY);
  // Answers that were lost are sent again, late; losses make no others uneven.
  return direction && { cause: "loss", side: whose(seen.me.late, seen.them.late, LATE_AT_ALL), direction };
}

function detour(seen: Evidence): Verdict | null {
  const { me, them } = seen;
  if (!seen.relayed || (seen.rtt < SLOW && !shaky(seen.up) && !shaky(seen.down))) return null;
  if (me.byTcp || them.byTcp) return { cause: "relay", side: me.byTcp && them.byTcp ? "both" : me.byTcp ? "me" : "them", direction: "both" };
  const side = whose(me.rtt ?? 0, them.rtt ?? 0, SLOW / 4);
  return side === "both" || side === "between" ? { cause: "relay", side: "between", direction: "both" } : null;
}

function jitter(seen: Evidence): Verdict | null {
  // On a way that has become long but is steady, buffers stay large for minutes.
  if (seen.rtt >= SLOW && seen.rttSpread < seen.rtt / 4) return null;
  const direction = direct(shaky(seen.up), shaky(seen.down));
  return direction && { cause: "jitter", side: unrestOf(seen), direction };
}

function delay({ rtt, me, them }: Evidence): Verdict | null {
  if (rtt < SLOW) return null;
  return { cause: "delay", side: whose(me.rtt ?? 0, them.rtt ?? 0, SLOW / 4), direction: "both" };
}

function shaky({ jitter, buffer }: Lane): boolean {
  return jitter >= JITTERY || buffer >= LONG_BUFFER;
}

function direct(up: boolean, down: boolean): Direction | null {
  return up ? (down ? "both" : "up") : down ? "down" : null;
}

/** Whose network is restless: answers of the server that wait in a queue, come unevenly, or were lost and sent again. */
function unrestOf({ me, them }: Evidence): Whose {
  return whose(unrest(me), unrest(them), RESTLESS);
}

/** In ms. An answer that was lost takes about 250 ms longer. */
function unrest({ rtt, calmRtt, jitter, late }: Side): number {
  return Math.max(0, (rtt ?? 0) - (calmRtt ?? rtt ?? 0)) + 2 * jitter + 250 * late;
}

/** @param least from which a value says anything */
function whose(mine: number, theirs: number, least: number): Whose {
  if (Math.max(mine, theirs) < least) return "between";
  if (mine >= 2 * theirs) return "me";
  return theirs >= 2 * mine ? "them" : "both";
}
