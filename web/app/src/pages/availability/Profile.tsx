import { useTranslation } from "react-i18next";
import type { Availability } from "../../api";
import { languageNames } from "../booking/slots";

/** What is spoken in most clinics; whatever else a doctor has chosen stays. */
const OFFERED = ["en", "de", "fr", "es", "ar", "it", "pl", "pt", "ru", "tr", "uk", "fa"];

/** What patients read when they choose. The specialty is the account's: the clinic vouches for it. */
export function Profile({ draft, onChange }: { draft: Availability; onChange: (more: Partial<Availability>) => void }) {
  const { t, i18n } = useTranslation();
  const all = [...new Set([...OFFERED, ...draft.languages])];
  const toggle = (tag: string, on: boolean) => onChange({ languages: on ? [...draft.languages, tag] : draft.languages.filter((one) => one !== tag) });
  return (
    <section className="grid gap-4 rounded-card bg-surface p-5">
      <h2 className="text-xl font-bold">{t("availability.profile")}</h2>
      <label className="grid gap-1">
        <span className="text-base">{t("availability.sentence")}</span>
        <input maxLength={300} value={draft.sentence} onChange={(e) => onChange({ sentence: e.target.value })} className="min-h-12 rounded-xl border border-line-strong bg-ground px-4" />
      </label>
      <fieldset>
        <legend className="text-base">{t("availability.languages")}</legend>
        <div className="flex flex-wrap gap-x-5">
          {all.map((tag) => (
            <label key={tag} className="flex min-h-11 items-center gap-2">
              <input type="checkbox" className="size-5 accent-(--primary)" checked={draft.languages.includes(tag)} onChange={(e) => toggle(tag, e.target.checked)} />
              <span className="first-letter:uppercase">{languageNames([tag], i18n.language)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </section>
  );
}
