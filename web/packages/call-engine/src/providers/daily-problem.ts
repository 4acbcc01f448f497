import type { DailyFatalErrorType } from "@daily-co/daily-js";
import type { RoomProblem } from "./abilities";

const PROBLEMS: Record<DailyFatalErrorType, RoomProblem> = {
  "ejected": "SENT_OUT",
  "nbf-room": "TOO_EARLY",
  "nbf-token": "TOO_EARLY",
  "exp-room": "OVER",
  "exp-token": "OVER",
  "no-room": "OVER",
  "end-of-life": "OUTDATED",
  "meeting-full": "FULL",
  "not-allowed": "NOT_LET_IN",
  "connection-error": "UNREACHABLE",
};

/** What Daily calls fatal, in our words; what it says in its own is never shown. */
export function problemOfDaily(type: string | undefined): RoomProblem {
  return PROBLEMS[type as DailyFatalErrorType] ?? "UNREACHABLE";
}
