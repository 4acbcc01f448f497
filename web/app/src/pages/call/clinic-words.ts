import type { ChatMessage } from "@consilium/call-engine";

/** Neither the patient nor the doctor wrote it. */
export const isOfClinic = ({ from }: Pick<ChatMessage, "from">): boolean => from.role === "ADMIN";

/** The latest thing that the clinic said into a call; null: nothing. */
export function lastOfClinic<T extends Pick<ChatMessage, "from">>(chat: readonly T[]): T | null {
  return chat.findLast(isOfClinic) ?? null;
}
