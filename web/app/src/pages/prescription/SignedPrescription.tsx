import { Download } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { prescriptions, type Prescription, type SignedVersion } from "../../api/prescriptions";
import { Button, buttonLook } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Notice } from "../../components/Notice";
import { takeLostFocus } from "../../hooks/focus";
import { dateAndTime } from "../../lib/time-words";
import { Field, FIELD } from "./Fields";
import { itemLine } from "./item-words";

/** A signed prescription, newest version first; older ones stay to be read. */
export function SignedPrescription({ prescription, asDoctor, writable, onChanged }: { prescription: Prescription; asDoctor: boolean; writable: boolean; onChanged: () => void }) {
  const { t, i18n } = useTranslation();
  const [newest, ...older] = prescription.versions;
  if (!newest) return null;
  const withdrawn = prescription.withdrawnAt !== null;
  return (
    <article className="grid gap-3 rounded-card bg-surface p-5" data-testid="prescription" data-withdrawn={withdrawn}>
      {withdrawn && <Notice tone="warn">{t("prescription.withdrawnOn", { day: dateAndTime(prescription.withdrawnAt ?? "", i18n.language), why: prescription.withdrawnWhy })}</Notice>}
      <Version prescription={prescription} version={newest} />
      {older.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("prescription.older", { count: older.length })}</summary>
          <div className="grid gap-4 border-s-2 border-line ps-4">{older.map((version) => <Version key={version.version} prescription={prescription} version={version} />)}</div>
        </details>
      )}
      {asDoctor && !withdrawn && <Actions prescription={prescription} writable={writable} onChanged={onChanged} />}
    </article>
  );
}

function Version({ prescription, version }: { prescription: Prescription; version: SignedVersion }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="grid gap-2">
      <p className="text-base text-ink-soft">{t("prescription.signedBy", { name: version.doctor, when: dateAndTime(version.signedAt, i18n.language) })}</p>
      <ul className="grid gap-2">
        {version.items.map((item, at) => (
          <li key={at}><span className="text-lg font-bold">{item.medication}</span>{item.code && <span dir="ltr" className="ms-2 text-base text-ink-soft" title={item.system ?? undefined}>{item.code}</span>}<br />{itemLine(t, item)}{item.notes && <span dir="auto" className="block text-start">{item.notes}</span>}</li>
        ))}
      </ul>
      {version.notes && <p dir="auto" className="whitespace-pre-line">{version.notes}</p>}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <a className={buttonLook(version.superseded ? "plain" : "calm", false)} href={prescriptions.pdf(prescription.id, version.version)} download data-testid="prescription-pdf"><Download size={18} aria-hidden="true" />{t("prescription.download")}</a>
        <span className="break-all text-base text-ink-soft">{t("prescription.code")} <span dir="ltr">{version.code}</span></span>
      </p>
    </div>
  );
}

function Actions({ prescription, writable, onChanged }: { prescription: Prescription; writable: boolean; onChanged: () => void }) {
  const { t } = useTranslation();
  const [why, setWhy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const asked = useRef<HTMLButtonElement>(null);
  const before = useRef(why);
  // Whoever thinks better of it goes on where they were; nobody else begins at this button.
  useEffect(() => {
    if (why === null && before.current !== null) takeLostFocus(asked.current);
    before.current = why;
  }, [why]);
  if (prescription.draft) return null;
  return (
    <div className="grid gap-3">
      {error !== null && <Failure error={error} />}
      {why === null
        ? (
          <p className="flex flex-wrap gap-2">
            {writable && <Button look="plain" data-testid="correct" onClick={() => void prescriptions.correct(prescription.id).then(onChanged, setError)}>{t("prescription.correct")}</Button>}
            <Button ref={asked} look="plain" data-testid="withdraw" onClick={() => setWhy("")}>{t("prescription.withdraw")}</Button>
          </p>
        )
        : (
          <>
            <Field name={t("prescription.why")}><input autoFocus className={FIELD} value={why} maxLength={500} data-testid="withdraw-why" onChange={(e) => setWhy(e.target.value)} /></Field>
            <p className="flex flex-wrap gap-2">
              <Button look="danger" disabled={!why.trim()} data-testid="withdraw-confirm" onClick={() => void prescriptions.withdraw(prescription.id, why).then(onChanged, setError)}>{t("prescription.withdraw")}</Button>
              <Button look="plain" onClick={() => setWhy(null)}>{t("common.cancel")}</Button>
            </p>
          </>
        )}
    </div>
  );
}
