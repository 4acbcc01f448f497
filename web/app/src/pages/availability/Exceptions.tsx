import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, Refusal, type Availability, type KnownException } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Notice } from "../../components/Notice";
import { regional } from "../../lib/time-words";
import { Time } from "./WeekForm";

const KINDS = ["OFF", "INSTEAD", "EXTRA"] as const;

/** The days that are not as the week says, as a list, and a line to add one. */
export function Exceptions({ known, onChanged }: { known: Availability; onChanged: (now: Availability) => void }) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const run = async (what: Promise<Availability>) => {
    setError(null);
    try {
      onChanged(await what);
      return true;
    } catch (refusal) {
      setError(refusal);
      return false;
    }
  };
  return (
    <section className="grid gap-4 rounded-card bg-surface p-5">
      <h2 className="text-xl font-bold">{t("availability.exceptions")}</h2>
      {known.exceptions.length === 0 && <p className="text-base text-ink-soft">{t("availability.noExceptions")}</p>}
      <ul className="divide-y divide-line" data-testid="exceptions">
        {known.exceptions.map((one) => (
          <li key={one.id} className="flex items-center justify-between gap-4 py-1">
            <Words exception={one} />
            <button type="button" aria-label={t("availability.withdraw")} title={t("availability.withdraw")} onClick={() => void run(api.removeException(known.doctor, one.id))} className="inline-flex size-11 shrink-0 items-center justify-center rounded-full text-ink-soft hover:bg-calm"><Trash2 size={18} aria-hidden="true" /></button>
          </li>
        ))}
      </ul>
      <Add onAdd={(exception) => run(api.addException(known.doctor, exception))} />
      {error !== null && (error instanceof Refusal && error.code === "HOURS_REFUSED" ? <Notice tone="danger">{t("errors.HOURS_REFUSED")} {error.message}</Notice> : <Failure error={error} />)}
    </section>
  );
}

function Words({ exception }: { exception: KnownException }) {
  const { t, i18n } = useTranslation();
  const { firstDay, lastDay, kind, from, to } = exception;
  const format = new Intl.DateTimeFormat(regional(i18n.language), { weekday: "short", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const days = firstDay === lastDay ? format.format(Date.parse(firstDay)) : format.formatRange(Date.parse(firstDay), Date.parse(lastDay));
  return <span><span className="font-semibold">{days}</span><span className="block text-base text-ink-soft">{t(`availability.kind.${kind}`)}{from && to && ` · ${from}–${to}`}</span></span>;
}

function Add({ onAdd }: { onAdd: (exception: Parameters<typeof api.addException>[1]) => Promise<boolean> }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<(typeof KINDS)[number]>("OFF");
  const [firstDay, setFirst] = useState("");
  const [lastDay, setLast] = useState("");
  const [from, setFrom] = useState("09:00");
  const [to, setTo] = useState("12:00");
  const field = "min-h-11 rounded-xl border border-line-strong bg-ground px-3";
  const add = async () => {
    const done = await onAdd({ firstDay, lastDay: lastDay || firstDay, kind, ...(kind === "OFF" ? {} : { from, to }) });
    if (done) { setFirst(""); setLast(""); }
  };
  return (
    <form className="flex flex-wrap items-end gap-3 border-t border-line pt-4" onSubmit={(e) => { e.preventDefault(); void add(); }}>
      <label className="grid gap-1 text-base"><span>{t("availability.what")}</span><select className={field} value={kind} onChange={(e) => setKind(KINDS.find((one) => one === e.target.value) ?? "OFF")}>{KINDS.map((one) => <option key={one} value={one}>{t(`availability.kind.${one}`)}</option>)}</select></label>
      <label className="grid gap-1 text-base"><span>{t("availability.firstDay")}</span><input type="date" required className={field} value={firstDay} onChange={(e) => setFirst(e.target.value)} /></label>
      <label className="grid gap-1 text-base"><span>{t("availability.lastDay")}</span><input type="date" min={firstDay} className={field} value={lastDay} onChange={(e) => setLast(e.target.value)} /></label>
      {kind !== "OFF" && <span className="flex items-center gap-2"><Time label={t("availability.begins")} value={from} onChange={setFrom} /><span aria-hidden="true">–</span><Time label={t("availability.ends")} value={to} onChange={setTo} /></span>}
      <Button type="submit" look="calm" data-testid="add-exception">{t("availability.addException")}</Button>
    </form>
  );
}
