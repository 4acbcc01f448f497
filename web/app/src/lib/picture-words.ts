import type { RungName, Sending } from "@consilium/call-engine";

const ORDER: readonly RungName[] = ["720p", "360p", "180p", "sound"];

export type PictureWords = "slow" | "busy" | "sound" | "back";

/**
 * What the person is told about their own picture: once when it becomes smaller, for as long as it is paused, and once when it is whole again. Not at
 * every step in between.
 *
 * @param told what they were told last
 */
export function pictureWords(told: PictureWords | null, { rung, reason }: Sending): PictureWords | null {
  if (rung === "sound") return "sound";
  if (rung === "720p") return told === null || told === "back" ? told : "back";
  if (told === "slow" || told === "busy") return told;
  return reason === "cpu" ? "busy" : ORDER.indexOf(rung) > 0 ? "slow" : told;
}
