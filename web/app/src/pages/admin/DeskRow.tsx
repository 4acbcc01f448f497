import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Appointment } from "../../api";
import { BookingLines } from "../../components/BookingLines";
import { Button } from "../../components/Button";
import { DevicesState } from "../../components/DevicesState";
import { canBeEnded, isOver, outcomeOf } from "../../lib/right-button";
import { clock } from "../../lib/time-words";
import { CancelButton } from "../appointments/CancelButton";
import type { DeskDeeds } from "./DeskDialogs";

/** One appointment as the clinic sees it: whose, how it stands, whether it is paid, and what can be done about it. */
export function DeskRow({ appointment, now, onDeed }: { appointment: Appointment; now: number; onDeed: (deed: DeskDeeds) => void }) {
  const { t, i18n } = useTranslation();
  const { id, patient, doctor, start } = appointment;
  const over = isOver(appointment);
  return (
    <div data-testid={`desk-${id}`} className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2 px-5 py-3 text-base sm:grid-cols-[7rem_1fr_9rem_11rem]">
      <time dateTime={start} className="text-xl font-semibold">{clock(start, i18n.language)}</time>
      <span className="min-w-0"><span className="font-semibold">{patient.name}</span><span className="block text-ink-soft">{doctor.name}</span></span>
      <Standing appointment={appointment} />
      <Paid appointment={appointment} onDeed={onDeed} />
      <div className="col-start-2 grid gap-1 sm:col-end-5">
        {!over && <DevicesState devices={appointment.patientDevices} now={now} name={patient.name} numbers />}
        {!over && appointment.doctorDevices?.state === "AT_RISK" && <DevicesState devices={appointment.doctorDevices} now={now} name={doctor.name} />}
        {appointment.status !== "HELD" && <BookingLines appointment={appointment} />}
        <CancelButton appointment={appointment} onCancel={() => onDeed({ cancel: appointment })} />
        {canBeEnded(appointment) && <button type="button" data-testid={`end-${id}`} onClick={() => onDeed({ end: appointment })} className="min-h-11 justify-self-start text-start text-base text-ink-soft underline hover:text-ink">{t("appointment.end")}</button>}
        {over && <Link to={`/appointments/${id}/after`} data-testid={`open-${id}`} className="inline-flex min-h-11 items-center gap-1 justify-self-start text-primary underline">{t("found.open")}<ChevronRight size={18} aria-hidden="true" className="rtl:-scale-x-100" /></Link>}
      </div>
    </div>
  );
}

/** Minute by minute the consultation says how it stands; afterwards the appointment does. */
function Standing({ appointment }: { appointment: Appointment }) {
  const { t, i18n } = useTranslation();
  const { status, heldUntil, consultation } = appointment;
  if (status === "HELD" && heldUntil) return <span className="text-ink-soft max-sm:col-start-2">{t("found.keptUntil", { time: clock(heldUntil, i18n.language) })}</span>;
  const phase = consultation?.phase;
  const words = status !== "BOOKED" ? t(`appointment.status.${outcomeOf(appointment)}`) : phase && phase !== "SCHEDULED" ? t(`appointment.phase.${phase}`) : "";
  return <span className="text-ink-soft max-sm:col-start-2">{words}</span>;
}

const PAID_WORDS = { PAID: "paid", REFUND_DUE: "refundDue", REFUNDED: "refunded", UNPAID: "notPaid" };

function Paid({ appointment, onDeed }: { appointment: Appointment; onDeed: (deed: DeskDeeds) => void }) {
  const { t } = useTranslation();
  const { id, status, payment } = appointment;
  return (
    <span className="max-sm:col-start-2 sm:justify-self-end">
      {payment.status === "UNPAID" && status !== "CANCELLED"
        ? <Button look="calm" data-testid={`mark-paid-${id}`} onClick={() => onDeed({ pay: appointment })}>{t("appointment.markPaid")}</Button>
        : <span className={payment.status === "PAID" ? "text-good" : ""}>{t(`appointment.${PAID_WORDS[payment.status]}`)}</span>}
    </span>
  );
}
