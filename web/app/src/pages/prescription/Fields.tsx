import { useQuery } from "@tanstack/react-query";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { prescriptions, type Item } from "../../api/prescriptions";
import { codeOf, FREQUENCIES, frequencyWords, ROUTES, routeWords } from "./item-words";

export const FIELD = "min-h-11 w-full rounded-xl border border-line-strong bg-ground px-3 py-2 text-ink";

export function Field({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <label className="grid gap-1">
      <span className="text-base font-semibold">{name}</span>
      {children}
      {hint && <span className="text-base text-ink-soft">{hint}</span>}
    </label>
  );
}

/** One medication. Everything may be typed; lists only help. */
export function ItemFields({ item, onChange }: { item: Item; onChange: (item: Item) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const letters = item.medication.trim();
  const found = useQuery({
    queryKey: ["medications", letters.toLocaleLowerCase()], queryFn: () => prescriptions.medications(letters), enabled: letters.length >= 2,
    staleTime: Infinity, placeholderData: (previous) => previous,
  });
  const name = (medication: string) => onChange({ ...item, medication, code: null, system: null });
  return (
    <div className="@container">
    <div className="grid gap-3 @xl:grid-cols-2">
      <Field name={t("prescription.medication")}>
        <input className={FIELD} list={`${id}m`} value={item.medication} maxLength={200} autoComplete="off" data-testid="medication" onChange={(e) => name(e.target.value)} />
        <datalist id={`${id}m`}>{found.data?.map((one) => <option key={one.name} value={one.name}>{one.code}</option>)}</datalist>
      </Field>
      <Field name={t("prescription.dose")}>
        <input className={FIELD} value={item.dose} maxLength={100} placeholder="500 mg" data-testid="dose" onChange={(e) => onChange({ ...item, dose: e.target.value })} />
      </Field>
      <Field name={t("prescription.route")}>
        <input className={FIELD} list={`${id}r`} value={routeWords(t, item.route)} maxLength={100} autoComplete="off" onChange={(e) => onChange({ ...item, route: codeOf(e.target.value, ROUTES, (code) => routeWords(t, code)) })} />
        <datalist id={`${id}r`}>{ROUTES.map((code) => <option key={code} value={routeWords(t, code)} />)}</datalist>
      </Field>
      <Field name={t("prescription.frequency")}>
        <input className={FIELD} list={`${id}f`} value={frequencyWords(t, item.frequency)} maxLength={100} autoComplete="off" data-testid="frequency" onChange={(e) => onChange({ ...item, frequency: codeOf(e.target.value, FREQUENCIES, (code) => frequencyWords(t, code)) })} />
        <datalist id={`${id}f`}>{FREQUENCIES.map((code) => <option key={code} value={frequencyWords(t, code)} />)}</datalist>
      </Field>
      <Field name={t("prescription.days")} hint={t("prescription.daysHint")}>
        <input className={FIELD} type="number" inputMode="numeric" min={1} max={730} value={item.days ?? ""} data-testid="days" onChange={(e) => onChange({ ...item, days: daysOf(e.target.value) })} />
      </Field>
      <Field name={t("prescription.itemNotes")}>
        <input className={FIELD} value={item.notes} maxLength={500} onChange={(e) => onChange({ ...item, notes: e.target.value })} />
      </Field>
    </div>
    </div>
  );
}

function daysOf(typed: string): number | null {
  const days = Math.floor(Number(typed));
  return days >= 1 ? Math.min(days, 730) : null;
}
