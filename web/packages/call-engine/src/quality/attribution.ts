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
const SLOW = 250;
/** Of random loss this much makes a browser send less, though the way is wide. */
const VERY_LOSSY = 0.07;
/** bit/s: less does not carry a picture of 360 lines. */
const NARROW = 700_000;
/** A queue has formed on the way. */
const QUEUED = 60;
/** Less unrest than this is that of any network. */
const RESTLESS = 8;

/**
 * Why a call is not better, in the order in which one thing explains another: a busy device sends little, a narrow way also
 * loses and delays, a lossy one also makes browsers send less.
 */
export function diagnose(views: readonly View[]): Verdict {
  const seen = evidence(views);
  return overload(seen) ?? narrowness(seen) ?? loss(seen) ?? detour(seen) ?? jitter(seen) ?? delay(seen) ?? NOTHING;
}

function overload({ me, them }: Evidence): Verdict | null {
  const mine = me.busySending || me.busyReceiving;
  const theirs = them.busySending || them.busyReceiving;
  const direction = direct(me.busySending || them.busyReceiving, them.busySending || me.busyReceiving);
  return direction && { cause: "cpu", side: mine && theirs ? "both" : mine ? "me" : "them", direction };
}

function narrowness(seen: Evidence): Verdict | null {
  const queued = seen.rtt - seen.calmRtt > QUEUED;
  const narrow = (lane: Lane) =>
    (lane.narrowed || (lane.available !== null && lane.available < NARROW)) && (lane.loss < VERY_LOSSY || queued);
  const direction = direct(narrow(seen.up), narrow(seen.down));
  return direction && { cause: "bandwidth", side: unrestOf(seen), direction };
}

function loss(seen: Evidence): Verdict | null {
  const direction = direct(seen.up.loss >= LOSSY, seen.down.loss >= LOSSY);
  return direction && { cause: "loss", side: unrestOf(seen), direction };
}

function detour(seen: Evidence): Verdict | null {
  const { me, them } = seen;
  const shaky = Math.max(seen.up.jitter, seen.down.jitter) >= JITTERY;
  if (!seen.relayed || (seen.rtt < SLOW && !shaky)) return null;
  if (me.byTcp || them.byTcp) return { cause: "relay", side: me.byTcp && them.byTcp ? "both" : me.byTcp ? "me" : "them", direction: "both" };
  const side = whose(me.rtt ?? 0, them.rtt ?? 0, SLOW / 4);
  return side === "both" || side === "between" ? { cause: "relay", side: "between", direction: "both" } : null;
}

function jitter(seen: Evidence): Verdict | null {
  const direction = direct(seen.up.jitter >= JITTERY, seen.down.jitter >= JITTERY);
  return direction && { cause: "jitter", side: unrestOf(seen), direction };
}

function delay({ rtt, me, them }: Evidence): Verdict | null {
  if (rtt < SLOW) return null;
  return { cause: "delay", side: whose(me.rtt ?? 0, them.rtt ?? 0, SLOW / 4), direction: "both" };
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
