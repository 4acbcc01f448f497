import type { Appointment } from "../../../api";

/** What can have become of an appointment that is found. What was not paid in time is none. */
export const STANDINGS = ["HELD", "BOOKED", "COMPLETED", "NO_SHOW", "CANCELLED"] as const;
export const SUMS = ["UNPAID", "PAID", "REFUND_DUE", "REFUNDED"] as const;

interface Asked { q: string; page: number; from?: string; to?: string }
interface Chosen { status?: (typeof STANDINGS)[number]; payment?: Appointment["payment"]["status"]; doctor?: string }

/** What the server is asked. Who looks for nobody and no day sees what is to come, from the beginning of the reader's day on. */
export function searchQuery(asked: Asked, chosen: Chosen, now: number): Asked & Chosen {
  const upcoming = !asked.q && !asked.from && !asked.to;
  return { ...asked, ...chosen, ...(upcoming && !chosen.status && !chosen.payment && !chosen.doctor ? { from: new Date(new Date(now).setHours(0, 0, 0, 0)).toISOString() } : {}) };
}
