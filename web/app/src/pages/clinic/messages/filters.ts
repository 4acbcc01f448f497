import type { CarriedMessage } from "../../../api";

export const STATES: CarriedMessage["state"][] = ["QUEUED", "SENDING", "FAILED", "GIVEN_UP", "SENT"];
export const KINDS: CarriedMessage["kind"][] = [
  "INVITATION", "RESCHEDULED", "CANCELLED", "REMINDER_DAY", "REMINDER_SOON", "DOCTOR_WAITING", "MISSED_CALL", "DOCTOR_NO_SHOW",
  "PATIENT_NO_SHOW", "CALL_FAILED", "RECEIPT", "REFUNDED", "RECORDING_READY", "PRESCRIPTION_READY", "FOLLOW_UP",
];
