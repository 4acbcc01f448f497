import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PaymentRow } from "../../../api";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Failure } from "../../../components/Failure";

/** Somebody of the staff says that money came or went back: how, and by whom, is kept. */
export function ReasonDialog({ row, title, label, help, save, onDone }: {
  row: PaymentRow; title: string; label: string; help?: string; save: (reason: string) => Promise<unknown>; onDone: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<unknown>(null);
  const keep = async () => {
    try {
      await save(reason);
      await queries.invalidateQueries({ queryKey: ["payments"] });
      onDone();
    } catch (refusal) {
      setError(refusal);
    }
  };
  return (
    <Dialog title={title} onClose={onDone}>
      <p className="mb-2">{[row.patient, row.doctor].filter(Boolean).join(" · ")}</p>
      {help && <p className="mb-4 text-base text-ink-soft">{help}</p>}
      <label className="grid gap-1">
        <span>{label}</span>
        <input dir="auto" className="min-h-12 rounded-xl border border-line-strong bg-ground px-4" data-testid="payment-reason" value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} />
      </label>
      {error !== null && <div className="mt-3"><Failure error={error} /></div>}
      <div className="mt-5 flex justify-end gap-3">
        <Button look="plain" onClick={onDone}>{t("common.cancel")}</Button>
        <Button disabled={!reason.trim()} data-testid="payment-reason-save" onClick={() => void keep()}>{t("common.save")}</Button>
      </div>
    </Dialog>
  );
}
