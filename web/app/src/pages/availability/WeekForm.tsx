import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, Refusal, type Availability, type Hours } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Notice } from "../../components/Notice";
import { regional } from "../../lib/time-words";
import { Profile } from "./Profile";
import { Lengths } from "./Lengths";

const WEEK = [1, 2, 3, 4, 5, 6, 7];
/** A Monday, to name weekdays by. */
const MONDAY = Date.UTC(2024, 0, 1, 12);

/** The week at a glance, several spans a day, and the lengths; saved together, so that nobody books half a change. */
export function WeekForm({ known, onSaved }: { known: Availability; onSaved: (now: Availability) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(known);
  const [state, setState] = useState<"clean" | "changed" | "busy" | "saved">("clean");
  const [error, setError] = useState<unknown>(null);
  const change = (more: Partial<Availability>) => { setDraft({ ...draft, ...more }); setState("changed"); };
  const save = async () => {
    setState("busy");
    setError(null);
    try {
      const { slotMinutes, bufferMinutes, noticeMinutes, aheadDays, week, languages, sentence } = draft;
      const now = await api.publishAvailability(known.doctor, { slotMinutes, bufferMinutes, noticeMinutes, aheadDays, week, languages, sentence });
      setDraft(now);
      setState("saved");
      onSaved(now);
    } catch (refusal) {
      setError(refusal);
      setState("changed");
    }
  };
  return (
    <form className="grid gap-6" onSubmit={(e) => { e.preventDefault(); void save(); }}>
      <section className="grid gap-1 rounded-card bg-surface p-4 sm:p-5">
        <h2 className="mb-2 text-xl font-bold">{t("availability.week")}</h2>
        {WEEK.map((day) => <DayRow key={day} day={day} hours={draft.week.filter(({ weekday }) => weekday === day)} onChange={(hours) => change({ week: [...draft.week.filter(({ weekday }) => weekday !== day), ...hours] })} />)}
        <p className="mt-2 text-base text-ink-soft">{t("availability.midnight")}</p>
      </section>
      <Lengths draft={draft} onChange={change} />
      <Profile draft={draft} onChange={change} />
      {error !== null && (error instanceof Refusal && error.code === "HOURS_REFUSED" ? <Notice tone="danger" testId="hours-refused">{t("errors.HOURS_REFUSED")} {error.message}</Notice> : <Failure error={error} />)}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" large data-testid="save-hours" disabled={state === "busy" || state === "clean"}>{t("common.save")}</Button>
        <p role="status" className="text-base text-ink-soft">{state === "saved" ? t("availability.saved") : state === "changed" ? t("availability.unsaved") : ""}</p>
      </div>
    </form>
  );
}

function DayRow({ day, hours, onChange }: { day: number; hours: Hours[]; onChange: (hours: Hours[]) => void }) {
  const { t, i18n } = useTranslation();
  const name = new Intl.DateTimeFormat(regional(i18n.language), { weekday: "long", timeZone: "UTC" }).format(MONDAY + (day - 1) * 86_400_000);
  const last = hours.at(-1);
  const add = () => onChange([...hours, last && last.to !== "00:00" && last.to < "22:00" ? { weekday: day, from: later(last.to, 1), to: later(last.to, 3) } : { weekday: day, from: "09:00", to: "12:00" }]);
  return (
    <div role="group" aria-label={name} data-testid={`day-${day}`} className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 border-t border-line py-2 first-of-type:border-0 sm:grid-cols-[8rem_1fr_auto]">
      <span className="font-semibold first-letter:uppercase">{name}</span>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:col-span-2 max-sm:row-start-2">
        {hours.length === 0 && <span className="text-base text-ink-soft">{t("availability.closed")}</span>}
        {hours.map((span, at) => (
          <span key={at} className="flex min-w-0 items-center gap-1 sm:gap-2">
            <Time label={t("availability.from", { day: name })} value={span.from} onChange={(from) => onChange(hours.map((one, i) => (i === at ? { ...one, from } : one)))} />
            <span aria-hidden="true">–</span>
            <Time label={t("availability.to", { day: name })} value={span.to} onChange={(to) => onChange(hours.map((one, i) => (i === at ? { ...one, to } : one)))} />
            <button type="button" aria-label={t("availability.remove", { day: name, from: span.from, to: span.to })} onClick={() => onChange(hours.filter((_, i) => i !== at))} className="inline-flex size-11 items-center justify-center rounded-full text-ink-soft hover:bg-calm"><X size={18} aria-hidden="true" /></button>
          </span>
        ))}
      </div>
      <Button look="plain" aria-label={t("availability.add", { day: name })} data-testid={`add-${day}`} onClick={add} className="px-3 max-sm:row-start-1 max-sm:col-start-2"><Plus size={20} aria-hidden="true" /></Button>
    </div>
  );
}

/** On a phone the field itself opens its clock; the little picture in it would cover half of AM and PM. */
export function Time({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return <input type="time" required step={300} aria-label={label} value={value} onChange={(e) => onChange(e.target.value)} className="min-h-11 min-w-0 rounded-xl border border-line-strong bg-ground px-1 max-sm:text-base max-sm:[&::-webkit-calendar-picker-indicator]:hidden sm:px-2" />;
}

function later(time: string, hours: number): string {
  const hour = Math.min(23, Number(time.slice(0, 2)) + hours);
  return `${String(hour).padStart(2, "0")}${time.slice(2)}`;
}
