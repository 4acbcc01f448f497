import { ShieldCheck, Siren } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, Refusal, type Appointment } from "../../api";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { refusalWords } from "../../components/Failure";
import { useNow } from "../../hooks/useNow";
import { useStore } from "../../hooks/useStore";
import { stopwatch } from "../../lib/time-words";
import type { Panel } from "./panel";
import { PeerBars, QualityIndicator } from "./QualityIndicator";
import type { OpenCall } from "./warm-call";

/** Who, how long, how good; and how much time is left when it is little. */
export function TopBar({ open, appointment, quiet, panel, onPanel }: {
  open: OpenCall; appointment: Appointment; quiet: boolean; panel: Panel; onPanel: (panel: Panel) => void;
}) {
  const { t } = useTranslation();
  const { user } = useSession();
  const state = useStore(open.call.store);
  const now = useNow(state.clockOffset);
  const other = user.role === "DOCTOR" ? appointment.patient : appointment.doctor;
  const since = state.consultation?.firstLiveAt;
  const left = state.consultation ? Date.parse(state.consultation.endsAt) - now : Infinity;
  const minutes = Math.max(0, Math.ceil(left / 60_000));
  const soon = left < 5 * 60_000 + 1_000;
  // Why it is bad stays readable.
  const troubled = state.quality !== null && state.quality.verdict.cause !== "none";
  const [refusal, setRefusal] = useState<unknown>(null);
  // The server knows the doctor's next appointment: when ten minutes are too many, it says how many there are.
  const possible = refusal instanceof Refusal && typeof refusal.details["availableMinutes"] === "number" ? refusal.details["availableMinutes"] : null;
  const more = Math.min(10, possible ?? state.consultation?.extension.available ?? 0);
  const extend = () => api.extend(appointment.id, more).then(() => setRefusal(null), setRefusal);
  return (
    <header className={`absolute inset-x-0 top-0 flex flex-wrap items-start justify-between gap-3 bg-linear-to-b from-black/70 to-transparent p-4 short:pe-24 transition-opacity focus-within:opacity-100 ${quiet && !soon && !troubled ? "opacity-0" : ""}`}>
      <div className="grid">
        <div className="flex items-center gap-3">
          <h1 className="text-lg font-semibold">{other.name}</h1>
          <PeerBars open={open} name={other.name} />
          <button type="button" data-testid="privacy-open" aria-label={t("privacy.open")} title={t("privacy.open")} onClick={() => onPanel(panel === "privacy" ? null : "privacy")} className="inline-flex size-11 items-center justify-center rounded-full hover:bg-white/20"><ShieldCheck aria-hidden="true" size={22} /></button>
          {user.role === "DOCTOR" && <button type="button" data-testid="emergency-open" aria-label={t("call.emergency")} title={t("call.emergency")} aria-pressed={panel === "emergency"} onClick={() => onPanel(panel === "emergency" ? null : "emergency")} className="-ms-3 inline-flex size-11 items-center justify-center rounded-full hover:bg-white/20"><Siren aria-hidden="true" size={22} /></button>}
        </div>
        {since && <p role="timer" aria-label={t("call.timer")} data-testid="timer">{stopwatch(now - Date.parse(since))}</p>}
      </div>
      {soon && (
        <div role="status" data-testid="time-left" className="flex flex-wrap items-center gap-3 rounded-full bg-warn px-4 py-2 text-on-warn">
          {t("call.warning", { count: minutes })}
          {user.role === "DOCTOR" && more > 0 && (
            <Button look="calm" data-testid="extend" onClick={() => void extend()}>{t("call.extend", { count: more })}</Button>
          )}
          {refusal !== null && <span role="alert">{possible ? t("call.extendLess", { count: possible }) : refusalWords(t, refusal)}</span>}
        </div>
      )}
      <QualityIndicator open={open} name={other.name} on={panel === "connection"} onOpen={() => onPanel(panel === "connection" ? null : "connection")} />
    </header>
  );
}
