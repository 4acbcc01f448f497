import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, type BeforeCareQuestions, type Visit } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { byName, countryName, ELSEWHERE } from "../../lib/countries";

const FIELD = "min-h-12 w-full rounded-xl border border-line-strong bg-ground px-4";
const PHONE = "\\+?[0-9][0-9 \\(\\)\\/.\\-]{1,28}[0-9]";

/** Address, number and contact; the browser fills in what it knows. Whoever cannot say where they are says that. */
export function VisitForm({ visit, doctor, heading: Heading, busy, error, onSend, onDecline }: {
  visit: BeforeCareQuestions["visit"]; doctor: string; heading: "h1" | "h2"; busy: boolean; error: unknown;
  onSend: (said: Visit, cannotSay: boolean) => void; onDecline: (() => void) | null;
}) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<Visit>(visit.known ?? {
    address: "", country: visit.country ?? "", callBack: "", contactName: "", contactPhone: "",
  });
  const [cannotSay, setCannotSay] = useState(false);
  const set = (what: keyof Visit) => (event: { target: { value: string } }) => setSaid({ ...said, [what]: event.target.value });
  const must = visit.rule === "REQUIRED" && !cannotSay;
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(cannotSay ? { ...said, address: "" } : said, cannotSay);
  };
  return (
    <form className="grid gap-5" onSubmit={send} data-testid="visit-form">
      <div className="grid gap-1">
        <Heading className="text-3xl font-bold">{t("care.where")}</Heading>
        <p className="text-ink-soft">{t("care.why", { name: doctor })}</p>
      </div>
      {!cannotSay && (
        <Field label={t("care.address")} help={t("care.addressHelp")} id="address">
          <input id="address" className={FIELD} autoComplete="street-address" required={must} maxLength={300} value={said.address ?? ""} onChange={set("address")} data-testid="visit-address" aria-describedby="address-help" />
        </Field>
      )}
      <Field label={t("care.country")} id="country"><CountryChoice required={must} value={said.country ?? ""} onChange={set("country")} /></Field>
      {visit.rule === "REQUIRED" && (
        <label className="flex min-h-11 items-center gap-3">
          <input type="checkbox" className="size-6 shrink-0 accent-(--primary)" checked={cannotSay} onChange={(event) => setCannotSay(event.target.checked)} data-testid="visit-cannot" />
          {t("care.cannotSay")}
        </label>
      )}
      <Field label={t("care.callBack")} help={t("care.callBackHelp", { name: doctor })} id="call-back">
        <input id="call-back" className={FIELD} type="tel" dir="ltr" autoComplete="tel" pattern={PHONE} title={t("care.phoneForm")} maxLength={30} value={said.callBack ?? ""} onChange={set("callBack")} data-testid="visit-call-back" aria-describedby="call-back-help" />
      </Field>
      <fieldset className="grid gap-3">
        <legend className="mb-1 font-semibold">{t("care.contact")} <span className="font-normal text-ink-soft">{t("care.optional")}</span></legend>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("care.contactName")} id="contact-name"><input id="contact-name" className={FIELD} maxLength={120} autoComplete="off" value={said.contactName ?? ""} onChange={set("contactName")} /></Field>
          <Field label={t("care.contactPhone")} id="contact-phone"><input id="contact-phone" className={FIELD} type="tel" dir="ltr" pattern={PHONE} title={t("care.phoneForm")} maxLength={30} autoComplete="off" value={said.contactPhone ?? ""} onChange={set("contactPhone")} /></Field>
        </div>
      </fieldset>
      {error !== null && <Failure error={error} />}
      <p className="text-ink-soft" data-testid="plan">{said.callBack?.trim() ? t("care.plan", { name: doctor, number: said.callBack.trim() }) : t("care.noPlan")}</p>
      <div className="flex flex-wrap gap-3">
        <Button large type="submit" disabled={busy} className="w-full sm:w-auto" data-testid="visit-send">{t(onDecline ? "care.agreeAndGo" : "care.goOn")}</Button>
        {onDecline && <Button large look="plain" disabled={busy} className="w-full sm:w-auto" data-testid="consent-decline" onClick={onDecline}>{t("care.decline")}</Button>}
      </div>
      <p className="text-base text-ink-soft">{t("care.erased")}</p>
    </form>
  );
}

/** Chosen, never guessed: the language of a browser says nothing about where it is, and a wrong country is a wrong emergency number. */
function CountryChoice({ value, required, onChange }: { value: string; required: boolean; onChange: (event: { target: { value: string } }) => void }) {
  const { t, i18n } = useTranslation();
  const numbers = useQuery({ queryKey: ["help-numbers"], queryFn: api.helpNumbers, staleTime: Infinity });
  const known = byName((numbers.data ?? []).map((one) => one.country), i18n.language);
  return (
    <select id="country" className={FIELD} autoComplete="country" required={required} value={value} onChange={onChange} data-testid="visit-country">
      <option value="">{t("care.chooseCountry")}</option>
      {value && value !== ELSEWHERE && !known.some(([code]) => code === value) && <option value={value}>{countryName(value, i18n.language)}</option>}
      {known.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
      <option value={ELSEWHERE}>{t("care.otherCountry")}</option>
    </select>
  );
}

function Field({ label, help, id, children }: { label: string; help?: string; id: string; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">{label}</label>
      {children}
      {help && <p id={`${id}-help`} className="text-base text-ink-soft">{help}</p>}
    </div>
  );
}
