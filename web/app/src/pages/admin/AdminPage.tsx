import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Appointment } from "../../api";
import { BookingLines } from "../../components/BookingLines";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { DevicesState } from "../../components/DevicesState";
import { Failure } from "../../components/Failure";
import { LinkButton } from "../../components/LinkButton";
import { Skeleton } from "../../components/Loading";
import { useNow } from "../../hooks/useNow";
import { useTitle } from "../../hooks/useTitle";
import { clock } from "../../lib/time-words";
import { canBeEnded } from "../../lib/right-button";
import { CancelAppointment } from "../appointments/CancelAppointment";
import { CancelButton } from "../appointments/CancelButton";
import { DayList } from "../appointments/DayList";
import { EndForAll } from "./EndForAll";

/** The desk: the clinic's appointments, day by day, and who has paid. */
export default function AdminPage() {
  const { t } = useTranslation();
  useTitle(t("common.appointments"));
  const now = useNow(0, 60_000);
  const list = useQuery({ queryKey: ["appointments", "upcoming"], queryFn: () => api.appointments("upcoming"), refetchInterval: 15_000 });
  const [paying, setPaying] = useState<Appointment | null>(null);
  const [ending, setEnding] = useState<Appointment | null>(null);
  const [cancelling, setCancelling] = useState<Appointment | null>(null);
  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton className="h-64" />;
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl font-bold">{t("common.appointments")}</h1>
        <LinkButton to="/book" testId="book-for">{t("after.book")}</LinkButton>
      </div>
      {list.data.length === 0 && <p className="text-ink-soft">{t("appointment.deskNone")}</p>}
      <DayList appointments={list.data} now={now} nowLine>{(one) => <DeskRow appointment={one} now={now} onPaid={() => setPaying(one)} onCancel={setCancelling} onEnd={() => setEnding(one)} />}</DayList>
      {paying && <MarkPaid appointment={paying} onDone={() => setPaying(null)} />}
      {ending && <EndForAll appointment={ending} onDone={() => setEnding(null)} />}
      {cancelling && <CancelAppointment appointment={cancelling} now={now} onDone={() => setCancelling(null)} />}
    </>
  );
}

function DeskRow({ appointment, now, onPaid, onCancel, onEnd }: {
  appointment: Appointment; now: number; onPaid: () => void; onCancel: (appointment: Appointment) => void; onEnd: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { id, patient, doctor, start, payment, consultation } = appointment;
  const state = consultation && consultation.phase !== "SCHEDULED" ? t(`appointment.phase.${consultation.phase}`) : "";
  return (
    <div className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2 px-5 py-3 text-base sm:grid-cols-[7rem_1fr_9rem_11rem]">
      <time dateTime={start} className="text-xl font-semibold">{clock(start, i18n.language)}</time>
      <span className="min-w-0"><span className="font-semibold">{patient.name}</span><span className="block text-ink-soft">{doctor.name}</span></span>
      <span className="text-ink-soft max-sm:col-start-2">{state}</span>
      <span className="max-sm:col-start-2 sm:justify-self-end">
        {payment.status === "UNPAID"
          ? <Button look="calm" data-testid={`mark-paid-${id}`} onClick={onPaid}>{t("appointment.markPaid")}</Button>
          : <span className={payment.status === "PAID" ? "text-good" : ""}>{t(`appointment.${{ PAID: "paid", REFUND_DUE: "refundDue", REFUNDED: "refunded" }[payment.status]}`)}</span>}
      </span>
      <div className="col-start-2 grid gap-1 sm:col-end-5">
        <DevicesState devices={appointment.patientDevices} now={now} name={patient.name} numbers />
        {appointment.doctorDevices?.state === "AT_RISK" && <DevicesState devices={appointment.doctorDevices} now={now} name={doctor.name} />}
        <BookingLines appointment={appointment} />
        <CancelButton appointment={appointment} onCancel={onCancel} />
        {canBeEnded(appointment) && <button type="button" data-testid={`end-${id}`} onClick={onEnd} className="min-h-11 justify-self-start text-start text-base text-ink-soft underline hover:text-ink">{t("appointment.end")}</button>}
      </div>
    </div>
  );
}

function MarkPaid({ appointment, onDone }: { appointment: Appointment; onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<unknown>(null);
  const save = async () => {
    try {
      await api.markPaid(appointment.id, reason);
      await queries.invalidateQueries({ queryKey: ["appointments"] });
      onDone();
    } catch (refusal) {
      setError(refusal);
    }
  };
  return (
    <Dialog title={t("appointment.markPaid")} onClose={onDone}>
      <p className="mb-4 text-ink-soft"><bdi>{appointment.patient.name}</bdi> · <bdi>{appointment.doctor.name}</bdi></p>
      <label className="grid gap-1">
        <span>{t("appointment.markPaidReason")}</span>
        <input className="min-h-12 rounded-xl border border-line-strong bg-ground px-4" value={reason} onChange={(e) => setReason(e.target.value)} maxLength={500} />
      </label>
      {error !== null && <div className="mt-3"><Failure error={error} /></div>}
      <div className="mt-5 flex justify-end gap-3">
        <Button look="plain" onClick={onDone}>{t("common.cancel")}</Button>
        <Button disabled={!reason.trim()} onClick={() => void save()}>{t("common.save")}</Button>
      </div>
    </Dialog>
  );
}
