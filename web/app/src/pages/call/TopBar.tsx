import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Appointment } from "../../api";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { refusalWords } from "../../components/Failure";
import { useNow } from "../../hooks/useNow";
import { useStore } from "../../hooks/useStore";
import { stopwatch } from "../../lib/time-words";
import type { OpenCall } from "./warm-call";

/** Who, how long, how good; and how much time is left when it is little. */
export function TopBar({ open, appointment, quiet }: { open: OpenCall; appointment: Appointment; quiet: boolean }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const state = useStore(open.call.store);
  const now = useNow(state.clockOffset);
  const other = user.role === "DOCTOR" ? appointment.patient : appointment.doctor;
  const since = state.consultation?.firstLiveAt;
  const left = state.consultation ? Date.parse(state.consultation.endsAt) - now : Infinity;
  const minutes = Math.max(0, Math.ceil(left / 60_000));
  const soon = left < 5 * 60_000 + 1_000;
  const [refusal, setRefusal] = useState<unknown>(null);
  const extend = () => api.extend(appointment.id, 10).then(() => setRefusal(null), setRefusal);
  return (
    <header className={`absolute inset-x-0 top-0 flex flex-wrap items-start justify-between gap-3 bg-linear-to-b from-black/70 to-transparent p-4 transition-opacity ${quiet && !soon ? "opacity-0" : ""}`}>
      <div className="grid">
        <h1 className="text-lg font-semibold">{other.name}</h1>
        {since && <p role="timer" aria-label={t("call.timer")} data-testid="timer">{stopwatch(now - Date.parse(since))}</p>}
      </div>
      {soon && (
        <div role="status" data-testid="time-left" className="flex flex-wrap items-center gap-3 rounded-full bg-warn px-4 py-2 text-on-warn">
          {t("call.warning", { count: minutes })}
          {user.role === "DOCTOR" && (state.consultation?.extension.available ?? 0) >= 10 && (
            <Button look="calm" data-testid="extend" onClick={() => void extend()}>{t("call.extend")}</Button>
          )}
          {refusal !== null && <span role="alert">{refusalWords(t, refusal)}</span>}
        </div>
      )}
      <QualityBars open={open} />
    </header>
  );
}

function QualityBars({ open }: { open: OpenCall }) {
  const { t } = useTranslation();
  const { quality } = useStore(open.call.store);
  if (!quality) return <span />;
  const words = [t(`call.quality.${quality.score}`), t(`call.reason.${quality.reason}`)].filter(Boolean).join(". ");
  return (
    <div data-testid="quality" data-score={quality.score} title={words} className="flex items-center gap-2 text-base">
      <span className={quality.score < 4 ? "" : "sr-only"}>{words}</span>
      <svg aria-hidden="true" width="30" height="20" viewBox="0 0 30 20">
        {[1, 2, 3, 4, 5].map((bar) => (
          <rect key={bar} x={(bar - 1) * 6} y={20 - bar * 4} width="4" height={bar * 4} rx="1" fill={bar <= quality.score ? "currentColor" : "#5c6c69"} />
        ))}
      </svg>
    </div>
  );
}
