import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, CircleAlert, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { prescriptions, type Draft, type Item, type PrescriptionSheet } from "../../api/prescriptions";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Notice } from "../../components/Notice";
import { useAutosave } from "../../hooks/useAutosave";
import { useAllergies } from "./AllergyNote";
import { Field, FIELD, ItemFields } from "./Fields";
import { allergiesIn, isComplete, NEW_ITEM } from "./item-words";
import { SignDialog } from "./SignDialog";

/** What the doctor is writing. Saved by itself; only signing gives it to the patient. */
export function DraftEditor({ draft, appointmentId, patient, correction, onDone }: { draft: Draft; appointmentId: string; patient: string; correction: boolean; onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { value, standing, error, change, settle } = useAutosave(
    { items: draft.items, notes: draft.notes }, draft.revision, async (now, revision) => {
      const saved = await prescriptions.save({ id: draft.id, revision, ...now });
      // Whoever closes the sheet and opens it again goes on with this one.
      queries.setQueryData<PrescriptionSheet>(["prescriptions", appointmentId], (sheet) => sheet && {
        ...sheet, prescriptions: sheet.prescriptions.map((one) => (one.id === saved.id ? { ...one, draft: saved } : one)),
      });
      return saved;
    },
  );
  const { items, notes } = value;
  const allergies = useAllergies(appointmentId).data?.names ?? [];
  const licence = useQuery({ queryKey: ["licence"], queryFn: prescriptions.licence });
  const [signing, setSigning] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const shown = items.length === 0 ? [NEW_ITEM] : items;
  const replace = (at: number, item: Item) => change({ items: shown.map((one, i) => (i === at ? item : one)) });
  const ready = items.length > 0 && items.every(isComplete) && Boolean(licence.data);
  const discard = () => { void prescriptions.discard(draft.id).then(onDone, setRefusal); };
  return (
    <section className="grid gap-5" data-testid="draft" data-standing={standing}>
      {correction && <Notice>{t("prescription.correcting")}</Notice>}
      {shown.map((item, at) => (
        <fieldset key={at} className="grid gap-2 rounded-card border border-line p-4">
          <legend className="px-1 font-bold">{t("prescription.number", { number: at + 1 })}</legend>
          <ItemFields item={item} onChange={(changed) => replace(at, changed)} />
          {allergiesIn(item.medication, allergies).map((name) => <Notice key={name} tone="danger">{t("prescription.allergyHit", { name })}</Notice>)}
          {shown.length > 1 && <Button look="plain" className="justify-self-start" onClick={() => change({ items: shown.filter((_, i) => i !== at) })}><Trash2 size={18} aria-hidden="true" />{t("prescription.remove")}</Button>}
        </fieldset>
      ))}
      {shown.length < 20 && <Button look="calm" className="justify-self-start" data-testid="add-item" onClick={() => change({ items: [...shown, NEW_ITEM] })}><Plus size={18} aria-hidden="true" />{t("prescription.add")}</Button>}
      <Field name={t("prescription.notes")}>
        <textarea className={FIELD} rows={2} maxLength={2000} value={notes} onChange={(e) => change({ notes: e.target.value })} />
      </Field>
      {licence.data === null && <LicenceForm onSaved={() => void licence.refetch()} />}
      {(error ?? refusal) !== null && <Failure error={error ?? refusal} onRetry={onDone} />}
      <p role="status" className="flex items-center gap-2 text-base text-ink-soft">
        {standing === "failed" ? <CircleAlert size={18} aria-hidden="true" /> : <Check size={18} aria-hidden="true" />}{t(`prescription.standing.${standing}`)}
      </p>
      {!items.every(isComplete) && <p className="text-base text-ink-soft">{t("prescription.missing")}</p>}
      <div className="flex flex-wrap gap-2">
        <Button large disabled={!ready} data-testid="sign" onClick={() => setSigning(true)}>{t("prescription.sign")}</Button>
        <Button look="plain" large onClick={discard}>{t("prescription.discard")}</Button>
      </div>
      {signing && <SignDialog id={draft.id} items={items} notes={notes} patient={patient} allergies={allergies} settle={settle} onClose={() => setSigning(false)} onSigned={onDone} />}
    </section>
  );
}

function LicenceForm({ onSaved }: { onSaved: () => void }) {
  const { t } = useTranslation();
  const [licence, setLicence] = useState("");
  const [error, setError] = useState<unknown>(null);
  return (
    <div className="grid gap-2 rounded-card bg-calm p-4 text-on-calm">
      <Field name={t("prescription.licence")} hint={t("prescription.licenceHint")}>
        <input className={FIELD} value={licence} maxLength={60} data-testid="licence" onChange={(e) => setLicence(e.target.value)} />
      </Field>
      {error !== null && <Failure error={error} />}
      <Button className="justify-self-start" disabled={!licence.trim()} data-testid="licence-save" onClick={() => void prescriptions.saveLicence(licence).then(onSaved, setError)}>{t("common.save")}</Button>
    </div>
  );
}
