import { useTranslation } from "react-i18next";
import type { Appointment, Person } from "../../api";
import { useSession } from "../../app/session";
import { AT_THE_DOOR, ownDevices, rightButton, type RightButton } from "../../lib/right-button";
import { clock, minutesSince, timeWords, untilWords, zoneName } from "../../lib/time-words";

export interface AppointmentWords {
  other: Person;
  begins: string;
  ends: string;
  until: string;
  /** When it is for the doctor, where their clock shows something else. */
  elsewhere: string | null;
  /** That the other one is there, and for how long. */
  waiting: string | null;
  missed: string | null;
  button: RightButton;
  /** One's own devices were good: one may test again, but need not. */
  tested: boolean;
  /** Why there is nothing to press but a test of the devices; or until when one may go back in. */
  why: string | null;
}

/** Everything that is said about an appointment, to whoever looks at it. */
export function useAppointmentWords(appointment: Appointment, now: number): AppointmentWords {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const { consultation, entry, start, end, doctor, missedAt } = appointment;
  const other = user.role === "DOCTOR" ? appointment.patient : doctor;
  const begins = clock(start, i18n.language);
  const there = clock(start, i18n.language, doctor.zone);
  const here = consultation?.phase === "WAITING" && consultation.present.includes(other.id);
  const since = consultation?.waitingSince;
  const minutes = since && user.role === "DOCTOR" ? minutesSince(since, now) : 0;
  const waiting = minutes > 0
    ? t("appointment.waitingFor", { name: other.name, count: minutes })
    : t("appointment.waiting", { name: other.name });
  const button = rightButton(appointment, user);
  const gone = button === "rejoin" && !consultation?.present.includes(user.id);
  const why = entry.code === "TOO_EARLY"
    ? t("appointment.opensAt", { time: timeWords(t, entry.opensAt, now, i18n.language) })
    : entry.code && !AT_THE_DOOR.includes(entry.code) && t(`errors.${entry.code}`, { context: user.role });
  return {
    other,
    begins,
    ends: clock(end, i18n.language),
    until: untilWords(t, start, now),
    elsewhere: there === begins ? null : t("appointment.zoneOfDoctor", { time: there, zone: zoneName(doctor.zone) }),
    waiting: here ? waiting : null,
    missed: missedAt ? t("appointment.missedAt", { name: other.name, time: clock(missedAt, i18n.language) }) : null,
    button,
    tested: ownDevices(appointment, user.role)?.state === "READY",
    why: gone ? t("appointment.backUntil", { time: clock(end, i18n.language) }) : why || null,
  };
}
