import { lazy } from "react";
import type { Appointment } from "../api";
import { addWords } from "../i18n";
import { Later } from "./Later";

/** Not part of the first screen, and it speaks in words of its own. */
const Lines = lazy(async () => {
  const [file] = await Promise.all([import("../pages/booking/CardLines"), addWords("card")]);
  return { default: file.CardLines };
});
const Needs = lazy(async () => {
  const [file] = await Promise.all([import("../pages/booking/CardLines"), addWords("card")]);
  return { default: file.NeedsLine };
});

export function BookingLines({ appointment }: { appointment: Appointment }) {
  return <Later without={null}><Lines appointment={appointment} /></Later>;
}

/** What the patient needs at the visit, where their reason for it is shown. */
export function BookingNeeds({ appointment }: { appointment: Appointment | undefined }) {
  return appointment?.intake ? <Later without={null}><Needs intake={appointment.intake} /></Later> : null;
}
