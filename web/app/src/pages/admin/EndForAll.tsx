import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Appointment } from "../../api";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Failure } from "../../components/Failure";

/** A conversation that two people forgot to leave, or must not go on. They are told, and see how it went. */
export function EndForAll({ appointment, onDone }: { appointment: Appointment; onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const end = async () => {
    setBusy(true);
    try {
      await api.endForAll(appointment.id);
      await queries.invalidateQueries({ queryKey: ["appointments"] });
      onDone();
    } catch (refusal) {
      setBusy(false);
      setError(refusal);
    }
  };
  return (
    <Dialog title={t("appointment.endTitle")} onClose={onDone}>
      <p className="mb-4 font-semibold"><bdi>{appointment.patient.name}</bdi> · <bdi>{appointment.doctor.name}</bdi></p>
      <p className="mb-5">{t("appointment.endText")}</p>
      {error !== null && <div className="mb-4"><Failure error={error} /></div>}
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="plain" onClick={onDone}>{t("appointment.endNot")}</Button>
        <Button look="danger" disabled={busy} data-testid="end-confirm" onClick={() => void end()}>{t("appointment.end")}</Button>
      </div>
    </Dialog>
  );
}
