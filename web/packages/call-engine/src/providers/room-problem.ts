import type { RoomProblem } from "./abilities";

/** After some of them trying again can help: the way may be back, the minute may have come, a ghost of our own may have gone. */
const PASSING: readonly RoomProblem[] = ["UNREACHABLE", "TOO_EARLY", "FULL"];

export function passes(problem: RoomProblem): boolean {
  return PASSING.includes(problem);
}

/** Ms until the next try. */
export function patience(tries: number): number {
  return Math.min(30_000, 2_000 * 2 ** tries);
}
