import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api";
import { ClinicContact } from "../../components/ClinicContact";
import { Failure } from "../../components/Failure";
import { LinkButton } from "../../components/LinkButton";
import { useTitle } from "../../hooks/useTitle";
import { byName, likelyCountry } from "../../lib/countries";

const SECTIONS = ["happens", "cost", "privacy", "person", "tips"] as const;

/** U1, U5: what a video consultation is, in plain words, for anybody, signed in or not. */
export default function AboutVideoPage() {
  const { t } = useTranslation();
  useTitle(t("about.title"));
  return (
    <main className="mx-auto grid max-w-2xl gap-8 px-4 py-8 sm:px-8" data-testid="about-video">
      <header className="grid gap-3">
        <h1 className="text-3xl font-bold">{t("about.title")}</h1>
        <p>{t("about.lead")}</p>
      </header>
      {SECTIONS.map((section) => (
        <section key={section} className="grid gap-2" aria-labelledby={section}>
          <h2 id={section} className="text-xl font-bold">{t(`about.${section}.title`)}</h2>
          <ul className="ms-5 grid list-disc gap-1">
            {(t(`about.${section}.points`, { returnObjects: true }) as unknown as string[]).map((point) => <li key={point}>{point}</li>)}
          </ul>
        </section>
      ))}
      <Crisis />
      <p className="text-ink-soft"><ClinicContact /></p>
      <p className="flex flex-wrap gap-3">
        <LinkButton to="/">{t("common.appointments")}</LinkButton>
        <LinkButton look="calm" to="/consents">{t("about.consents")}</LinkButton>
      </p>
    </main>
  );
}

/** Whom to call now, for the country where the reader is. */
function Crisis() {
  const { t, i18n } = useTranslation();
  const numbers = useQuery({ queryKey: ["help-numbers"], queryFn: api.helpNumbers, staleTime: Infinity });
  const [country, setCountry] = useState(likelyCountry());
  const here = numbers.data?.find((one) => one.country === country);
  return (
    <section className="grid gap-3 rounded-card bg-danger-calm p-5" aria-labelledby="crisis">
      <h2 id="crisis" className="text-xl font-bold">{t("about.crisis.title")}</h2>
      <p>{t("about.crisis.lead")}</p>
      {numbers.error ? <Failure error={numbers.error} onRetry={() => void numbers.refetch()} /> : null}
      <label className="grid gap-1">
        <span className="font-semibold">{t("about.crisis.where")}</span>
        <select className="min-h-12 rounded-xl border border-line-strong bg-surface px-4" value={country} onChange={(event) => setCountry(event.target.value)} data-testid="crisis-country">
          <option value="">{t("about.crisis.choose")}</option>
          {byName((numbers.data ?? []).map((one) => one.country), i18n.language).map(([code, name]) => <option key={code} value={code}>{name}</option>)}
        </select>
      </label>
      <div role="status" className="grid gap-2" data-testid="crisis-numbers">
        {here && <p>{t("about.crisis.emergency")} <Numbers value={here.ambulance ?? here.emergency} /></p>}
        {here?.crisisLine && <p>{t("about.crisis.talk", { name: here.crisisName })} <Numbers value={here.crisisLine} /></p>}
      </div>
    </section>
  );
}

/** Some countries answer in two languages under two numbers. */
function Numbers({ value }: { value: string }) {
  return (
    <>
      {value.split(" / ").map((number) => (
        <a key={number} dir="ltr" className="me-3 inline-flex min-h-11 items-center text-xl font-bold text-primary underline" href={`tel:${number.replaceAll(/[^*\d]/g, "")}`}>{number}</a>
      ))}
    </>
  );
}
