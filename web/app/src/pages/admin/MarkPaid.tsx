import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Appointment } from "../../api";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Failure } from "../../components/Failure";

/** The money is there, and how it came. */
export function MarkPaid({ appointment, onDone }: { appointment: Appointment; onDone: () => void }) {
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
