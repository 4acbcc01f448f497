import { CalendarPlus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { summaries, type FollowUp, type Summary } from "../../../api/summary";
import { Button } from "../../../components/Button";
import { Failure } from "../../../components/Failure";
import { takeLostFocus } from "../../../hooks/focus";
import { clock } from "../../../lib/time-words";
import { dayIn, dayName } from "./days";

const FIELD = "min-h-11 rounded-xl border border-line-strong bg-surface px-3";
const SOON = [7, 14, 28, 90];

/** "In two weeks", or a day and a time. */
export function FollowUpForm({ appointmentId, patient, followUp, onChanged }: { appointmentId: string; patient: string; followUp: FollowUp | null; onChanged: (now: Summary) => void }) {
  const { t, i18n } = useTranslation();
  const [day, setDay] = useState("");
  const [time, setTime] = useState("");
  const [note, setNote] = useState("");
  const [error, setError] = useState<unknown>(null);
  const place = useRef<HTMLDivElement>(null);
  const summary = useRef<HTMLElement>(null);
  const before = useRef(followUp);
  useEffect(() => {
    if (before.current !== followUp) takeLostFocus(place.current ?? summary.current);
    before.current = followUp;
  }, [followUp]);
  const propose = (wanted: string) => {
    setError(null);
    const at = wanted === day && time ? new Date(`${day}T${time}`).toISOString() : null;
    void summaries.propose(appointmentId, { day: wanted, at, note }).then(onChanged, setError);
  };
  if (followUp) {
    return (
      <div ref={place} className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card bg-calm px-5 py-3 text-on-calm" data-testid="proposed">
        <p className="flex-1">{t("agreed.proposed", { name: patient, day: dayName(followUp.day, i18n.language) })}{followUp.at && `, ${clock(followUp.at, i18n.language)}`}{followUp.note && <span className="block">{followUp.note}</span>}</p>
        <Button look="plain" onClick={() => void summaries.takeBack(appointmentId).then(onChanged, setError)}>{t("agreed.takeBack")}</Button>
        {error !== null && <Failure error={error} />}
      </div>
    );
  }
  return (
    <details className="rounded-card bg-surface px-5 py-2" data-testid="propose">
      <summary ref={summary} className="min-h-11 cursor-pointer py-2 font-semibold">{t("agreed.propose", { name: patient })}</summary>
      <div className="grid gap-3 pb-3">
        <label className="grid gap-1"><span className="text-base">{t("agreed.note")}</span><input className={FIELD} value={note} maxLength={500} onChange={(e) => setNote(e.target.value)} /></label>
        <div className="flex flex-wrap gap-2">
          {SOON.map((days) => <Button key={days} look="calm" data-testid={`in-${days}`} onClick={() => propose(dayIn(days))}>{t("agreed.inWeeks", { count: Math.round(days / 7) })}</Button>)}
        </div>
        <div className="flex flex-wrap items-end gap-3">
          <label className="grid gap-1"><span className="text-base">{t("agreed.day")}</span><input type="date" className={FIELD} min={dayIn(0)} value={day} onChange={(e) => setDay(e.target.value)} /></label>
          <label className="grid gap-1"><span className="text-base">{t("agreed.time")}</span><input type="time" className={FIELD} value={time} onChange={(e) => setTime(e.target.value)} /></label>
          <Button disabled={!day} onClick={() => propose(day)}><CalendarPlus size={18} aria-hidden="true" />{t("agreed.suggest")}</Button>
        </div>
        {error !== null && <Failure error={error} />}
      </div>
    </details>
  );
}
