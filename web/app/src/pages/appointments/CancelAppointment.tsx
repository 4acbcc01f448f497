import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, Refusal, type Appointment, type User } from "../../api";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { ClinicContact } from "../../components/ClinicContact";
import { Dialog } from "../../components/Dialog";
import { Failure } from "../../components/Failure";
import { Notice } from "../../components/Notice";
import { timeWords } from "../../lib/time-words";
import { NewAppointment } from "../after-call/NewAppointment";

/** Asks once, because it is for ever; then says what has become of it. */
export function CancelAppointment({ appointment, now, onDone }: { appointment: Appointment; now: number; onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const [reason, setReason] = useState("");
  const { cancel, done, busy, error } = useCancelling(appointment.id, reason);
  const paid = appointment.payment.status === "PAID";
  return (
    <Dialog title={t(done ? "cancel.done" : "cancel.title")} onClose={onDone}>
      <p className="mb-4 font-semibold">
        {withWhom(appointment, user)}<span className="block font-normal first-letter:uppercase">{timeWords(t, appointment.start, now, i18n.language)}</span>
      </p>
      <p className="mb-5" role={done ? "status" : undefined} data-testid={done ? "cancelled" : "cancel-text"}>
        {t(done ? "cancel.doneText" : "cancel.forGood")}
        {paid && user.role !== "PATIENT" && ` ${t("cancel.money", { context: user.role, name: appointment.patient.name })}`}
        {paid && user.role === "PATIENT" && (done ? ` ${t(appointment.changes.refund ? "booking.cancel.returned" : "booking.cancel.kept")}` : <Money appointment={appointment} now={now} />)}
      </p>
      {!done && user.role !== "PATIENT" && (
        <label className="mb-4 grid gap-1">
          <span>{t("booking.cancel.reason")}</span>
          <textarea rows={2} maxLength={500} data-testid="cancel-reason" className="rounded-xl border border-line-strong bg-ground p-3" value={reason} onChange={(e) => setReason(e.target.value)} />
        </label>
      )}
      {error !== null && <div className="mb-4"><Refused error={error} /></div>}
      {done ? (
        <div className="grid gap-5"><NewAppointment doctor={appointment.doctor.id} /><Button large data-testid="cancel-close" onClick={onDone}>{t("common.close")}</Button></div>
      ) : (
        <div className="flex flex-wrap justify-end gap-3">
          <Button look="plain" onClick={onDone}>{t("cancel.keep")}</Button>
          <Button look="danger" disabled={busy} data-testid="cancel-confirm" onClick={() => void cancel()}>{t("cancel.confirm")}</Button>
        </div>
      )}
    </Dialog>
  );
}

/** Whether the money comes back, said before anything is done. */
function Money({ appointment: { changes }, now }: { appointment: Appointment; now: number }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <span className="mt-2 block font-semibold" data-testid="refund">{t(changes.refund ? "booking.cancel.back" : "booking.cancel.late", { time: timeWords(t, changes.refundUntil, now, i18n.language) })}</span>
      {!changes.refund && <span className="mt-2 block"><ClinicContact /></span>}
    </>
  );
}

function useCancelling(id: string, reason: string) {
  const queries = useQueryClient();
  const [state, setState] = useState<"asked" | "busy" | "done">("asked");
  const [error, setError] = useState<unknown>(null);
  const cancel = async () => {
    setState("busy");
    setError(null);
    try {
      await api.cancel(id, reason);
      setState("done");
      await queries.invalidateQueries({ queryKey: ["appointments"] });
    } catch (refusal) {
      setState("asked");
      setError(refusal);
    }
  };
  return { cancel, error, busy: state === "busy", done: state === "done" };
}

/** The code of the refusal alone would say that the time of the appointment is over. */
function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return error instanceof Refusal && error.code === "TOO_LATE" ? <Notice tone="danger">{t("cancel.tooLate")}</Notice> : <Failure error={error} />;
}

function withWhom({ patient, doctor }: Appointment, { role }: User): string {
  return role === "ADMIN" ? `${patient.name} · ${doctor.name}` : role === "DOCTOR" ? patient.name : doctor.name;
}
