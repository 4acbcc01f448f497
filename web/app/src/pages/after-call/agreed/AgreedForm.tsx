import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { summaries, type Summary } from "../../../api/summary";
import { Button } from "../../../components/Button";
import { Failure } from "../../../components/Failure";
import { useAutosave } from "../../../hooks/useAutosave";
import { dateAndTime } from "../../../lib/time-words";

const FIELD = "w-full rounded-xl border border-line-strong bg-surface p-3";

/** The doctor writes; it is saved by itself, and the patient reads it once it is given out. */
export function AgreedForm({ appointmentId, patient, sheet, onReleased, onAgain }: {
  appointmentId: string; patient: string; sheet: Summary; onReleased: (now: Summary) => void; onAgain: () => void;
}) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const { value, standing, error, change, settle } = useAutosave(
    { agreed: sheet.draft?.agreed ?? "", nextStep: sheet.draft?.nextStep ?? "" }, sheet.draft?.revision ?? 0,
    async (now, known) => {
      const draft = await summaries.save(appointmentId, known, now.agreed, now.nextStep);
      queries.setQueryData<Summary>(["summary", appointmentId], (old) => old && { ...old, draft });
      return draft;
    },
  );
  const [refusal, setRefusal] = useState<unknown>(null);
  const newest = sheet.versions[0];
  const same = newest !== undefined && newest.agreed === value.agreed && newest.nextStep === value.nextStep;
  const release = async () => {
    setRefusal(null);
    try {
      onReleased(await summaries.release(appointmentId, await settle()));
    } catch (failure) {
      setRefusal(failure);
    }
  };
  return (
    <div className="grid gap-3">
      <label className="grid gap-1">
        <span className="text-base">{t("agreed.write", { name: patient })}</span>
        <textarea className={FIELD} rows={5} maxLength={8000} value={value.agreed} data-testid="agreed-text" onChange={(e) => change({ agreed: e.target.value })} />
      </label>
      <label className="grid gap-1">
        <span className="text-base">{t("agreed.next")}</span>
        <textarea className={FIELD} rows={2} maxLength={2000} value={value.nextStep} data-testid="next-step" onChange={(e) => change({ nextStep: e.target.value })} />
      </label>
      {(error ?? refusal) !== null && <Failure error={error ?? refusal} onRetry={onAgain} />}
      <p role="status" className="text-base text-ink-soft" data-testid="agreed-standing" data-standing={standing}>
        {newest && same ? t("agreed.given", { name: patient, when: dateAndTime(newest.releasedAt, i18n.language) }) : t(`agreed.standing.${standing}`)}
      </p>
      <Button className="justify-self-start" disabled={!value.agreed.trim() || same} data-testid="release" onClick={() => void release()}>{t(newest ? "agreed.giveAgain" : "agreed.give", { name: patient })}</Button>
    </div>
  );
}
