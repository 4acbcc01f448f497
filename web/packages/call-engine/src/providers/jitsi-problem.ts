import type { RoomProblem } from "./abilities";

const PROBLEMS: Partial<Record<string, RoomProblem>> = {
  "conference.destroyed": "OVER",
  "conference.max_users": "FULL",
  "conference.authenticationRequired": "NOT_LET_IN",
  "conference.passwordRequired": "NOT_LET_IN",
  "conference.connectionError.notAllowed": "NOT_LET_IN",
  "conference.connectionError.accessDenied": "NOT_LET_IN",
  "conference.connectionError.membersOnly": "NOT_LET_IN",
  "conference.reservationError": "NOT_LET_IN",
  "conference.incompatible_server_versions": "OUTDATED",
  "connection.passwordRequired": "NOT_LET_IN",
};

/** What Jitsi calls a fatal error, in our words; what it says in its own is never shown. */
export function problemOfJitsi(name: string | undefined): RoomProblem {
  return PROBLEMS[name ?? ""] ?? "UNREACHABLE";
}
