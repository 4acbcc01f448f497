import { useTranslation } from "react-i18next";
import type { Appointment } from "../../api";
import { BookingLines } from "../../components/BookingLines";
import { AppointmentDevices } from "./AppointmentDevices";
import { CancelButton } from "./CancelButton";
import { useAppointmentWords } from "./use-appointment-words";
import { RightAction } from "./RightAction";

/** An appointment as one line of a day. */
export function AppointmentRow({ appointment, now, onCancel }: { appointment: Appointment; now: number; onCancel: (appointment: Appointment) => void }) {
  const { t } = useTranslation();
  const words = useAppointmentWords(appointment, now);
  return (
    <article data-testid={`appointment-${appointment.id}`} className="grid gap-x-5 gap-y-2 px-5 py-4 sm:grid-cols-[7rem_1fr_auto] sm:items-center">
      <p className="text-xl font-semibold"><time dateTime={appointment.start}>{words.begins}</time></p>
      <div className="min-w-0">
        <h3 className="font-semibold">{words.other.name}</h3>
        <p className="text-base text-ink-soft">{[words.other.about, appointment.reason].filter(Boolean).join(" · ")}</p>
        {words.elsewhere && <p className="text-base text-ink-soft">{words.elsewhere}</p>}
        {words.waiting && <p role="status" data-testid="is-waiting" className="font-semibold text-good">{words.waiting}</p>}
        {words.missed && !words.waiting && <p data-testid="missed">{words.missed}</p>}
        <AppointmentDevices appointment={appointment} now={now} />
        {words.why && <p data-testid="why-not" className="text-base text-ink-soft">{words.why}</p>}
      </div>
      {words.button === "none"
        ? <span className="text-base text-ink-soft">{appointment.payment.status === "UNPAID" ? t("appointment.notPaid") : ""}</span>
        : <span className="sm:self-start"><RightAction appointmentId={appointment.id} button={words.button} tested={words.tested} /></span>}
      {/* Drawn a moment later: below the button, which must not move from under a finger. */}
      <div className="min-w-0 empty:hidden sm:col-start-2">
        <BookingLines appointment={appointment} />
        <CancelButton appointment={appointment} onCancel={onCancel} />
      </div>
    </article>
  );
}
