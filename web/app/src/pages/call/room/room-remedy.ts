import type { RoomProblem } from "@consilium/call-engine";

/** Trying goes on by itself: a new page would only lose time. */
const TRIED_AGAIN: readonly RoomProblem[] = ["UNREACHABLE", "TOO_EARLY", "FULL"];

/**
 * What the person can do about a room that cannot be entered. An appointment that is not over may have been made longer.
 * Whether a stranger has gone is seen from inside only: where our page is still there it goes on by itself.
 */
export function roomRemedy(problem: RoomProblem, { ended, frame }: { ended: boolean; frame: boolean }): "again" | "reload" | null {
  if (TRIED_AGAIN.includes(problem)) return null;
  if (problem === "OVER") return ended ? null : "again";
  if (problem === "STRANGER") return frame ? "again" : null;
  return problem === "FILMED" || problem === "LEFT" ? "again" : "reload";
}
