import { CalendarDays, CalendarPlus, Hourglass, MessageSquare, HandHelping } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Appointment, Intake } from "../../api";
import { useSession } from "../../app/session";
import { useNow } from "../../hooks/useNow";
import { clock, stopwatch } from "../../lib/time-words";

const LINK = "inline-flex min-h-11 items-center gap-2 text-base text-ink-soft underline hover:text-ink";

/** What there is to say and do about a booking beside the one right button: the hold, the needs, another time, the calendar. */
export function CardLines({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const { id, intake, changes, status, heldUntil } = appointment;
  const firm = status === "BOOKED";
  return (
    <div className="grid gap-1 text-base" data-testid={`lines-${id}`}>
      {status === "HELD" && heldUntil && <Held until={heldUntil} />}
      {intake && <NeedsLine intake={intake} />}
      {changes.said && firm && <p className="flex items-start gap-2"><MessageSquare aria-hidden="true" size={18} className="mt-1 shrink-0" />{t("booking.card.said", { text: changes.said })}</p>}
      {firm && user.role !== "DOCTOR" && (
        <p className="flex flex-wrap gap-x-5">
          {changes.move && <Link to={`/book?move=${id}`} data-testid={`move-${id}`} className={LINK}><CalendarDays aria-hidden="true" size={18} />{t("booking.card.move")}</Link>}
          {user.role === "PATIENT" && <a href={`/api/v1/appointments/${id}/calendar.ics`} download data-testid={`ics-${id}`} className={LINK}><CalendarPlus aria-hidden="true" size={18} />{t("booking.card.calendar")}</a>}
        </p>
      )}
    </div>
  );
}

/** A1: until when the time is kept, and what happens then. */
export function Held({ until }: { until: string }) {
  const { t, i18n } = useTranslation();
  const left = Date.parse(until) - useNow();
  return (
    <p role={left > 0 ? undefined : "status"} data-testid="held" className="flex items-start gap-2 rounded-card bg-warn px-4 py-3 text-on-warn">
      <Hourglass aria-hidden="true" size={18} className="mt-1 shrink-0" />
      {left > 0 ? t("booking.card.held", { time: clock(until, i18n.language), left: stopwatch(left) }) : t("booking.card.lapsed")}
    </p>
  );
}

/** U4, in one line. */
export function NeedsLine({ intake }: { intake: Intake }) {
  const { t, i18n } = useTranslation();
  const needs = [
    intake.interpreter && t("booking.card.interpreter", { language: intake.interpreter }),
    intake.captions && t("booking.card.captions"),
    intake.companion && t("booking.card.companion"),
    intake.screenReader && t("booking.card.screenReader"),
  ].filter((need) => typeof need === "string");
  if (needs.length === 0) return null;
  return (
    <p data-testid="needs" className="flex items-start gap-2">
      <HandHelping aria-hidden="true" size={18} className="mt-1 shrink-0" />
      <span><span className="text-ink-soft">{t("booking.card.needs")}:</span> {new Intl.ListFormat(i18n.language, { type: "unit" }).format(needs)}</span>
    </p>
  );
}
