import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type RecordingCheckState, type StoredRecording } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Notice } from "../../components/Notice";
import { faultsIn } from "../../lib/check-words";

const EVERY = 700;

/** Starts a check, shows how far it is, and says in words what it found. */
export function RecordingCheck({ recording }: { recording: StoredRecording }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const key = ["recording-check", recording.id];
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const check = useQuery({
    queryKey: key, queryFn: () => api.recordingCheck(recording.id), enabled: asked,
    refetchInterval: ({ state }) => (state.data?.state === "RUNNING" ? EVERY : false),
  });
  const start = async () => {
    setError(null);
    try {
      queries.setQueryData(key, await api.startRecordingCheck(recording.id));
      setAsked(true);
    } catch (refusal) {
      setError(refusal);
    }
  };
  const running = check.data?.state === "RUNNING";
  return (
    <>
      <span className="sm:justify-self-end"><Button look="calm" data-testid="check" disabled={running} onClick={() => void start()}>{t(check.data && !running ? "stored.checkAgain" : "stored.check")}</Button></span>
      <div role="status" className="sm:col-span-2">{check.data && <Outcome check={check.data} recording={recording} />}</div>
      {(error ?? check.error) !== null && <div className="sm:col-span-2"><Failure error={error ?? check.error} /></div>}
    </>
  );
}

function Outcome({ check, recording }: { check: RecordingCheckState; recording: StoredRecording }) {
  const { t, i18n } = useTranslation();
  const { state, parts, read, report } = check;
  if (state === "RUNNING") {
    return (
      <label className="grid gap-1 text-base text-ink-soft">
        {t("stored.reading", { read, count: parts })}
        <progress data-testid="check-progress" className="w-full accent-(--primary)" value={read} max={Math.max(1, parts)} />
      </label>
    );
  }
  if (state !== "DONE" || !report) return <Notice tone="warn" testId="check-result">{t(state === "AWAY" ? "errors.STORAGE_AWAY" : "stored.broken")}</Notice>;
  const faults = faultsIn(report.findings, recording.phase, i18n.language);
  if (faults.length === 0) {
    return <p data-testid="check-result" data-whole="true" className="flex items-center gap-2 text-good"><CircleCheck size={20} aria-hidden="true" />{t(recording.phase === "DELETED" ? "stored.erased" : "stored.whole", { count: report.segments })}</p>;
  }
  return (
    <Notice tone="danger" testId="check-result">
      <ul className="grid gap-1">
        {faults.map(({ fault, take, count, numbers }) => (
          <li key={`${fault} ${take}`} data-fault={fault}>{t(`stored.fault.${fault}`, { count, take, numbers })}</li>
        ))}
      </ul>
      <p className="mt-2">{t("stored.whatNow")}</p>
    </Notice>
  );
}
