import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Recording } from "../../../api";
import { Failure } from "../../../components/Failure";

/** The doctor decides whether the patient may download. The switch shows what the server knows, not what was wished. */
export function DownloadPermission({ recording, patient, onChanged }: { recording: Recording; patient: string; onChanged: () => void }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const allow = async (may: boolean) => {
    setBusy(true);
    setError(null);
    try {
      await api.allowDownload(recording.id, may);
    } catch (refusal) {
      setError(refusal);
    }
    setBusy(false);
    onChanged();
  };
  return (
    <div className="grid gap-3">
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" role="switch" data-testid="may-download" className="size-5 shrink-0 accent-(--primary)" checked={recording.patientMayDownload} aria-disabled={busy} onChange={(event) => void (busy || allow(event.target.checked))} />
        {t("recordings.mayDownload", { name: patient })}
      </label>
      {error !== null && <Failure error={error} />}
    </div>
  );
}
