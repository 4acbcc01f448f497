import type { Delivery } from "./api";

/** How a delivery stands, in the words of section `webhooks`: TRYING is one that was refused and is tried again. */
export type Outcome = "WAITING" | "TRYING" | "DELIVERED" | "FAILED";

/** Why the last attempt did not arrive; null when it did, or when there was none. */
export type Reason = { status: number } | { problem: string } | null;

export function outcomeOf({ status, attempts }: Delivery): Outcome {
  if (status !== "PENDING") return status;
  return attempts.length === 0 ? "WAITING" : "TRYING";
}

export function reasonOf({ status, attempts }: Delivery): Reason {
  const last = attempts.at(-1);
  if (status === "DELIVERED" || !last) return null;
  return last.status === 0 ? { problem: last.problem ?? "NO_CONNECTION" } : { status: last.status };
}

/** Names of events hold a dot, which the words would take for a branch. */
export const eventWord = (type: string): string => type.replaceAll(".", "_");

const SOON = 2_000;
const SOMETIMES = 20_000;

/** How long until it is worth looking again: something is on its way right now, or not. */
export function lookAgain(deliveries: Delivery[] | undefined): number {
  return deliveries?.some((one) => outcomeOf(one) === "WAITING") ? SOON : SOMETIMES;
}
