import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Recording } from "../../../api";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Failure } from "../../../components/Failure";

/** Whoever was recorded takes their yes back, also long after, and reads first what becomes of the recording. */
export function TakeBack({ recording, onChanged }: { recording: Recording; onChanged: () => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (recording.agreement === "WITHDRAWN") {
    return <p role="status" data-testid="agreement-taken-back">{t(recording.phase === "DELETED" ? "recordings.takeBack.taken" : "recordings.takeBack.takenKept")}</p>;
  }
  if (recording.agreement !== "AGREED" || recording.phase === "DELETED") return null;
  const ask = () => {
    setError(null);
    setAsking(true);
  };
  const takeBack = async () => {
    setBusy(true);
    setError(null);
    try {
      await api.withdrawFromRecording(recording.id);
      setAsking(false);
      onChanged();
    } catch (refusal) {
      setError(refusal);
    }
    setBusy(false);
  };
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-base text-ink-soft">{t("recordings.takeBack.stays")}</p>
      {error !== null && !asking && <Failure error={error} />}
      <Button data-testid="take-agreement-back" look="calm" onClick={ask}>{t("recordings.takeBack.title")}</Button>
      {asking && (
        <Dialog title={t("recordings.takeBack.title")} onClose={() => setAsking(false)}>
          <p className="mb-4">{t(recording.onWithdrawal === "DELETE" ? "recordings.takeBack.sureDeleted" : "recordings.takeBack.sureKept")}</p>
          {error !== null && <div className="mb-4"><Failure error={error} /></div>}
          <div className="flex flex-wrap gap-3">
            <Button data-testid="take-agreement-back-now" look={recording.onWithdrawal === "DELETE" ? "danger" : "primary"} disabled={busy} onClick={() => void takeBack()}>{t("recordings.takeBack.title")}</Button>
            <Button data-testid="leave-agreement" look="calm" onClick={() => setAsking(false)}>{t("recordings.takeBack.keep")}</Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
