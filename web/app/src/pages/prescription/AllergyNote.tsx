import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { prescriptions } from "../../api/prescriptions";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { takeLostFocus } from "../../hooks/focus";
import { FIELD } from "./Fields";

export const useAllergies = (appointmentId: string) => useQuery({ queryKey: ["allergies", appointmentId], queryFn: () => prescriptions.allergies(appointmentId) });

/** What the patient cannot take. Nobody asked, none known, or these: three different things. */
export function AllergyNote({ appointmentId }: { appointmentId: string }) {
  const { t } = useTranslation();
  const known = useAllergies(appointmentId);
  const [writing, setWriting] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const written = useRef(false);
  useEffect(() => {
    if (!writing && written.current) takeLostFocus(change.current);
    written.current = writing;
  }, [writing]);
  if (known.error && !known.data) return <Failure error={known.error} onRetry={() => void known.refetch()} />;
  if (!known.data) return null;
  const { state, names } = known.data;
  const look = state === "LISTED" ? "bg-warn text-on-warn" : "bg-calm text-on-calm";
  return (
    <section data-testid="allergies" data-state={state} className={`grid gap-2 rounded-card px-4 py-3 ${look}`}>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p><span className="font-bold">{t("prescription.allergies")}: </span>{state === "LISTED" ? names.join(", ") : t(`prescription.allergy.${state}`)}</p>
        {!writing && <button ref={change} type="button" className="min-h-11 font-semibold underline" data-testid="allergies-change" onClick={() => setWriting(true)}>{t("prescription.change")}</button>}
      </div>
      {writing && <AllergyForm appointmentId={appointmentId} names={names} onDone={() => setWriting(false)} />}
    </section>
  );
}

function AllergyForm({ appointmentId, names, onDone }: { appointmentId: string; names: string[]; onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [text, setText] = useState(names.join(", "));
  const [error, setError] = useState<unknown>(null);
  const note = async (said: string[]) => {
    try {
      queries.setQueryData(["allergies", appointmentId], await prescriptions.noteAllergies(appointmentId, said));
      onDone();
    } catch (refusal) {
      setError(refusal);
    }
  };
  const said = text.split(/[,;\n،]/).map((name) => name.trim()).filter(Boolean);
  return (
    <div className="grid gap-2">
      <label className="grid gap-1">
        <span>{t("prescription.allergyHint")}</span>
        <input autoFocus className={FIELD} value={text} maxLength={1000} data-testid="allergy-names" onChange={(e) => setText(e.target.value)} />
      </label>
      {error !== null && <Failure error={error} />}
      <div className="flex flex-wrap gap-2">
        <Button disabled={said.length === 0} onClick={() => void note(said)}>{t("common.save")}</Button>
        <Button look="plain" data-testid="none-known" onClick={() => void note([])}>{t("prescription.noneKnown")}</Button>
        <Button look="plain" onClick={onDone}>{t("common.cancel")}</Button>
      </div>
    </div>
  );
}
