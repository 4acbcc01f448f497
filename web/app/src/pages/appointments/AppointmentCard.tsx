import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Appointment } from "../../api";
import { useSession } from "../../app/session";
import { Avatar } from "../../components/Avatar";
import { Button } from "../../components/Button";
import { rightButton, type RightButton } from "../../lib/right-button";
import { clock, timeWords, untilWords } from "../../lib/time-words";

export function AppointmentCard({ appointment, now, large = false }: { appointment: Appointment; now: number; large?: boolean }) {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const other = user.role === "DOCTOR" ? appointment.patient : appointment.doctor;
  const waiting = appointment.consultation?.phase === "WAITING" && appointment.consultation.present.includes(other.id);
  const when = timeWords(t, appointment.start, now, i18n.language);
  const elsewhere = clock(appointment.start, i18n.language, appointment.doctor.zone);
  return (
    <article data-testid={`appointment-${appointment.id}`} className={`grid gap-5 rounded-card bg-surface ${large ? "p-6 sm:p-8" : "p-5"}`}>
      <div className="flex items-start gap-4">
        <Avatar name={other.name} />
        <div className="min-w-0">
          <h3 className={large ? "text-2xl font-bold" : "text-xl font-semibold"}>{other.name}</h3>
          {other.about && <p className="text-ink-soft">{other.about}</p>}
        </div>
      </div>
      <div>
        <p className={large ? "text-xl" : ""}>
          <time dateTime={appointment.start}>{when}</time>
          <span className="text-ink-soft"> · {untilWords(t, appointment.start, now)}</span>
        </p>
        {elsewhere !== clock(appointment.start, i18n.language) && <p className="text-base text-ink-soft">{t("appointment.zoneOfDoctor", { time: elsewhere })}</p>}
        <p className="mt-2"><span className="text-ink-soft">{t("appointment.reason")}:</span> {appointment.reason}</p>
        {waiting && <p role="status" className="mt-2 font-semibold text-good" data-testid="is-waiting">{t("appointment.waiting", { name: other.name })}</p>}
      </div>
      <Action appointment={appointment} large={large} button={rightButton(appointment, user.role)} now={now} />
    </article>
  );
}

function Action({ appointment, button, large, now }: { appointment: Appointment; button: RightButton; large: boolean; now: number }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const go: Record<Exclude<RightButton, "none">, string> = {
    pay: `/checkout/${appointment.id}`, test: "/device-check", start: `/call/${appointment.id}`,
    join: `/call/${appointment.id}`, rejoin: `/call/${appointment.id}`,
  };
  const why = appointment.entry.code === "TOO_EARLY"
    ? t("appointment.opensAt", { time: timeWords(t, appointment.entry.opensAt, now, i18n.language) })
    : appointment.entry.code && t(`errors.${appointment.entry.code}`);
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
      {button !== "none" && (
        <Button large={large} data-testid={`action-${button}`} onClick={() => void navigate(go[button])} className={large ? "w-full sm:w-auto" : ""}>
          {t(`appointment.${button}`)}
        </Button>
      )}
      {why && <p className="text-ink-soft" data-testid="why-not">{why}</p>}
    </div>
  );
}
