import { Bell, CircleDot } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../api";
import { Avatar } from "../../components/Avatar";
import { BookingLines } from "../../components/BookingLines";
import { dayWords } from "../../lib/time-words";
import { AppointmentDevices } from "./AppointmentDevices";
import { CancelButton } from "./CancelButton";
import { RightAction } from "./RightAction";
import { useAppointmentWords } from "./use-appointment-words";

/** The appointment that matters now, large: when, who, why, and the one thing to do. */
export function NextAppointment({ appointment, now, onCancel }: { appointment: Appointment; now: number; onCancel: (appointment: Appointment) => void }) {
  const { t, i18n } = useTranslation();
  const words = useAppointmentWords(appointment, now);
  return (
    <article data-testid={`appointment-${appointment.id}`} className="grid overflow-hidden rounded-card bg-surface md:grid-cols-[18rem_1fr]">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 bg-calm px-6 py-5 text-on-calm md:flex-col md:justify-center md:px-8 md:py-10">
        <p className="font-semibold">{dayWords(t, appointment.start, now, i18n.language)}</p>
        <time dateTime={appointment.start} className="text-4xl font-bold md:text-5xl">{words.begins}</time>
        <p>{words.until || t("appointment.until", { time: words.ends })}</p>
        {words.elsewhere && <p className="w-full text-base">{words.elsewhere}</p>}
      </div>
      <div className="grid content-start gap-5 p-6 md:p-10">
        <div className="flex items-center gap-4">
          <Avatar name={words.other.name} />
          <div className="min-w-0">
            <h2 className="text-2xl font-bold">{words.other.name}</h2>
            {words.other.about && <p className="text-ink-soft">{words.other.about}</p>}
          </div>
        </div>
        <p><span className="text-ink-soft">{t("appointment.reason")}:</span> {appointment.reason}</p>
        {words.waiting && (
          <p role="status" data-testid="is-waiting" className="flex items-start gap-2 font-semibold text-good">
            <CircleDot aria-hidden="true" size={20} className="mt-1 shrink-0" />{words.waiting}
          </p>
        )}
        {words.missed && !words.waiting && (
          <p data-testid="missed" className="flex items-start gap-2"><Bell aria-hidden="true" size={20} className="mt-1 shrink-0" />{words.missed}</p>
        )}
        <AppointmentDevices appointment={appointment} now={now} link={words.button !== "test"} />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <RightAction appointmentId={appointment.id} button={words.button} tested={words.tested} large />
          {words.why && <p data-testid="why-not" className="text-ink-soft">{words.why}</p>}
        </div>
        {/* Drawn a moment later: below the button, which must not move from under a finger. */}
        <BookingLines appointment={appointment} />
        <div><CancelButton appointment={appointment} onCancel={onCancel} /></div>
      </div>
    </article>
  );
}
