import type { ConnectionState, RingState, Seat } from "@consilium/call-engine";

export interface Arrival {
  patient: boolean; seat: Seat; connection: ConnectionState; ring: RingState | null;
  /** Whether the doctor could hear the ring that is over. */
  heard: boolean;
}

/**
 * The patient's arrival rings the doctor. So does their coming back: a ring that broke off with the patient's own connection is
 * "cancelled", for no page has a button for it, and one that the doctor could not hear was not answered for another reason.
 */
export function ringsByItself({ patient, seat, connection, ring, heard }: Arrival): boolean {
  const due = ring === null || ring.state === "cancelled" || (ring.state === "missed" && !heard);
  return patient && seat === "mine" && connection === "online" && due;
}
