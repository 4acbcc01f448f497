import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Appointment } from "../../api";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Failure } from "../../components/Failure";
import { useNow } from "../../hooks/useNow";
import { timeWords } from "../../lib/time-words";

/** The desk: the clinic's appointments, and who has paid. */
export function AdminPage() {
  const { t, i18n } = useTranslation();
  const now = useNow(0, 60_000);
  const list = useQuery({ queryKey: ["appointments", "upcoming"], queryFn: () => api.appointments("upcoming"), refetchInterval: 15_000 });
  const [paying, setPaying] = useState<Appointment | null>(null);
  if (list.error) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <>
      <h1 className="mb-4 text-3xl font-bold">{t("common.appointments")}</h1>
      <ul className="grid gap-3 text-base">
        {list.data?.map((one) => (
          <li key={one.id} className="grid items-center gap-2 rounded-card bg-surface p-4 sm:grid-cols-[1fr_1fr_auto]">
            <span><strong>{one.patient.name}</strong><br />{one.doctor.name}</span>
            <span className="text-ink-soft">{timeWords(t, one.start, now, i18n.language)}<br />{t(`appointment.status.${one.status}`)}</span>
            {one.payment.status === "UNPAID"
              ? <Button look="calm" data-testid={`mark-paid-${one.id}`} onClick={() => setPaying(one)}>{t("appointment.markPaid")}</Button>
              : <span className="text-good">{t(`appointment.${{ PAID: "paid", REFUND_DUE: "refundDue", REFUNDED: "refunded" }[one.payment.status]}`)}</span>}
          </li>
        ))}
      </ul>
      {paying && <MarkPaid appointment={paying} onDone={() => setPaying(null)} />}
    </>
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
      <label className="grid gap-1">
        <span>{t("appointment.markPaidReason")}</span>
        <input className="min-h-12 rounded-xl border border-line bg-ground px-4" value={reason} onChange={(e) => setReason(e.target.value)} maxLength={500} />
      </label>
      {error !== null && <div className="mt-3"><Failure error={error} /></div>}
      <div className="mt-5 flex justify-end gap-3">
        <Button look="plain" onClick={onDone}>{t("common.cancel")}</Button>
        <Button disabled={!reason.trim()} onClick={() => void save()}>{t("common.save")}</Button>
      </div>
    </Dialog>
  );
}
