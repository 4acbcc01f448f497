/** What can be had of whoever carries a call. What cannot is not shown. */
export interface Abilities {
  provider: string;
  /** The provider shows the pictures in a frame of its own, and holds camera and microphone meanwhile. */
  frame: boolean;
  /** Nobody sits in between, and the two can prove it to each other (V13). */
  safetyCode: boolean;
  /** How the connection is can be measured (Q6). */
  quality: boolean;
  /** Pictures get smaller by our own rules, and by the person's wish to use less data. */
  ladder: boolean;
  /** This page gets the others' sound and pictures, and can record them. */
  tracks: boolean;
}

export const BUILTIN: Abilities = { provider: "builtin", frame: false, safetyCode: true, quality: true, ladder: true, tracks: true };

/** Why a provider's room cannot be entered, or was left. */
export const ROOM_PROBLEMS = [
  "NOT_LOADED", "UNREACHABLE", "TOO_EARLY", "OVER", "FULL", "LEFT", "SENT_OUT", "NOT_LET_IN", "OUTDATED", "STRANGER", "FILMED",
] as const;
export type RoomProblem = (typeof ROOM_PROBLEMS)[number];
