import { ChevronRight, Search } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Doctor } from "../../api";
import { Avatar } from "../../components/Avatar";
import { Button } from "../../components/Button";
import { ClinicContact } from "../../components/ClinicContact";
import { useNow } from "../../hooks/useNow";
import { timeWords } from "../../lib/time-words";
import { languageNames, matches } from "./slots";

/** Who is free first stands first. */
export function ChooseDoctor({ doctors, onChoose }: { doctors: Doctor[]; onChoose: (id: string) => void }) {
  const { t, i18n } = useTranslation();
  const now = useNow(0, 60_000);
  const [wanted, setWanted] = useState("");
  if (doctors.length === 0) return <div className="rounded-card bg-surface p-6"><p className="mb-2 font-semibold">{t("booking.doctor.nobody")}</p><ClinicContact /></div>;
  const found = doctors.filter(({ name, specialty, languages, sentence }) => matches(wanted, [name, specialty, languageNames(languages, i18n.language), sentence]));
  return (
    <>
      <label className="relative grid">
        <span className="sr-only">{t("booking.doctor.search")}</span>
        <Search aria-hidden="true" size={20} className="pointer-events-none absolute inset-y-0 start-4 my-auto text-ink-soft" />
        <input type="search" data-testid="search" className="min-h-12 rounded-full border border-line-strong bg-surface pe-4 ps-12" placeholder={t("booking.doctor.search")} value={wanted} onChange={(e) => setWanted(e.target.value)} />
      </label>
      <p role="status" className="sr-only">{t("booking.doctor.found", { count: found.length })}</p>
      {found.length === 0 && <div className="grid justify-items-start gap-3 rounded-card bg-surface p-6"><p>{t("booking.doctor.none")}</p><Button look="calm" onClick={() => setWanted("")}>{t("booking.doctor.clear")}</Button></div>}
      <ul className="grid gap-3">
        {found.map((doctor) => (
          <li key={doctor.id}>
            <button type="button" data-testid={`doctor-${doctor.id}`} onClick={() => onChoose(doctor.id)} className="grid w-full grid-cols-[auto_1fr_auto] items-center gap-x-4 gap-y-1 rounded-card bg-surface p-5 text-start hover:bg-calm">
              <Avatar name={doctor.name} />
              <span className="min-w-0"><span className="block text-xl font-semibold">{doctor.name}</span><span className="text-ink-soft">{doctor.specialty}</span></span>
              <ChevronRight aria-hidden="true" className="text-ink-soft rtl:-scale-x-100" />
              <span className="col-span-3 text-base text-ink-soft sm:col-span-1 sm:col-start-2">
                {doctor.sentence && <span className="block">{doctor.sentence}</span>}
                {doctor.languages.length > 0 && <span className="block">{t("booking.doctor.speaks", { languages: languageNames(doctor.languages, i18n.language) })}</span>}
                <span className="block font-semibold text-ink">{doctor.next ? t("booking.doctor.next", { time: timeWords(t, doctor.next, now, i18n.language) }) : t("booking.doctor.full")}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
