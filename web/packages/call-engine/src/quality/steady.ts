import { NOTHING, type Verdict } from "./attribution";

/** A verdict that is shown, and one that may follow it. */
export interface Steady { shown: Verdict; next: Verdict; seen: number }

export const CALM: Steady = { shown: NOTHING, next: NOTHING, seen: 0 };

/** Looks after which a new verdict is believed; that all is well again takes one more. */
const BELIEVED = 2;
const RELIEVED = 3;

/** Words that change every two seconds cannot be read: another verdict has to hold for a while. */
export function steady(before: Steady, look: Verdict): Steady {
  const now = remembered(before.shown, look);
  if (same(now, before.shown)) return { shown: now, next: now, seen: 0 };
  const seen = same(now, before.next) ? before.seen + 1 : 1;
  const enough = now.cause === "none" ? RELIEVED : BELIEVED;
  return seen >= enough ? { shown: now, next: now, seen: 0 } : { shown: before.shown, next: now, seen };
}

/** Whose trouble it is shows best when it begins; while the same goes on, nobody else's it becomes. */
function remembered(shown: Verdict, now: Verdict): Verdict {
  return now.side === "between" && now.cause === shown.cause ? { ...now, side: shown.side } : now;
}

function same(one: Verdict, other: Verdict): boolean {
  return one.cause === other.cause && one.side === other.side && one.direction === other.direction;
}
