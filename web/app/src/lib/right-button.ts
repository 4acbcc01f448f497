import type { Role } from "@consilium/call-engine";
import type { Appointment, DevicesState } from "../api/types";

export type RightButton = "pay" | "test" | "start" | "join" | "rejoin" | "none";

/** What the viewer's own device check found; null for whoever takes no part. */
export function ownDevices(appointment: Appointment, role: Role): DevicesState | null {
  if (role === "DOCTOR") return appointment.doctorDevices;
  return role === "PATIENT" ? appointment.patientDevices : null;
}

/** Whether it can still be given up: nothing was said yet, and it is not over. The server has the last word. */
export function canBeCancelled({ status, consultation }: Appointment): boolean {
  return (status === "BOOKED" || status === "HELD") && consultation?.phase !== "ENDED" && !consultation?.firstLiveAt;
}

/** Whether the clinic may end it: they have spoken, and it is not over. */
export function canBeEnded({ status, consultation }: Appointment): boolean {
  return status === "BOOKED" && consultation?.phase !== "ENDED" && Boolean(consultation?.firstLiveAt);
}

/** Whether it belongs to what was: it has an outcome, or nobody comes back to it. */
export function isOver({ status, consultation }: Appointment): boolean {
  return (status !== "BOOKED" && status !== "HELD") || consultation?.phase === "ENDED";
}

/** How it stands, or who did not come: the appointment alone says only that it was given up. */
export function outcomeOf({ status, consultation }: Appointment): string {
  const why = consultation?.endReason;
  return status === "CANCELLED" && (why === "DOCTOR_NO_SHOW" || why === "NEVER_CONNECTED") ? why : status;
}

/** What is asked on the way in: the way is free for whoever answers. */
export const AT_THE_DOOR: readonly (string | null)[] = ["CONSENT_NEEDED", "VISIT_NEEDED"];

/** The one thing to do about an appointment now. */
export function rightButton(appointment: Appointment, { id, role }: { id: string; role: Role }): RightButton {
  const phase = appointment.consultation?.phase;
  if (appointment.status === "HELD") return role === "PATIENT" ? "pay" : "none";
  if (appointment.status !== "BOOKED" || phase === "ENDED") return "none";
  if (appointment.payment.status === "UNPAID") return role === "PATIENT" ? "pay" : "none";
  const { allowed, code } = appointment.entry;
  if (!allowed && !AT_THE_DOOR.includes(code)) return role === "PATIENT" && code === "TOO_EARLY" ? "test" : "none";
  if (appointment.consultation?.came.includes(id)) return "rejoin";
  return role === "DOCTOR" || appointment.consultation?.present.length ? "join" : "start";
}
