import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateOf } from "../../lib/date-of";

const PARTS = ["day", "month", "year"] as const;
type Part = (typeof PARTS)[number];
const FIELD = "min-h-14 w-full rounded-xl border border-line-strong bg-ground px-4 text-xl tabular-nums";

/** Three fields: nobody wants to turn a calendar back sixty years, and browsers fill these in by themselves. */
export function BirthDate({ hint, onChange }: { hint: string; onChange: (iso: string) => void }) {
  const { t } = useTranslation();
  const [date, setDate] = useState<Record<Part, string>>({ day: "", month: "", year: "" });
  const change = (part: Part, value: string) => {
    const next = { ...date, [part]: value.replace(/\D/g, "") };
    setDate(next);
    onChange(dateOf(next.day, next.month, next.year));
  };
  const wrong = date.year.length === 4 && date.day && date.month && !dateOf(date.day, date.month, date.year);
  return (
    <fieldset className="grid gap-2" aria-describedby="born-hint">
      <legend className="font-semibold">{t("signin.born.label")}</legend>
      <p id="born-hint" className="text-base text-ink-soft">{hint}</p>
      <div className="grid grid-cols-[4.5rem_4.5rem_minmax(6rem,8rem)] gap-3">
        {PARTS.map((part) => (
          <label key={part} className="grid gap-1 text-base">
            {t(`signin.born.${part}`)}
            <input data-testid={`born-${part}`} className={FIELD} inputMode="numeric" autoComplete={`bday-${part}`} maxLength={part === "year" ? 4 : 2} required value={date[part]} onChange={(event) => change(part, event.target.value)} />
          </label>
        ))}
      </div>
      {wrong && <p role="alert" className="text-danger">{t("signin.born.noDay")}</p>}
    </fieldset>
  );
}
