import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { api, type Appointment, type LogEntry } from "../../api";
import { Failure } from "../../components/Failure";
import { clock } from "../../lib/time-words";
import { RatingForm } from "./RatingForm";

/** What was, how long, how it ended; a rating; what happened and what was written. */
export function AfterCallPage() {
  const { t } = useTranslation();
  const { appointmentId = "" } = useParams();
  const appointment = useQuery({ queryKey: ["appointment", appointmentId], queryFn: () => api.appointment(appointmentId) });
  const detail = useQuery({ queryKey: ["consultation", appointmentId], queryFn: () => api.consultation(appointmentId) });
  const chat = useQuery({ queryKey: ["chat", appointmentId], queryFn: () => api.chat(appointmentId) });
  const error = appointment.error ?? detail.error;
  if (error) return <Failure error={error} />;
  if (!appointment.data || !detail.data) return null;
  const { summary, log } = detail.data;
  const minutes = Math.floor(summary.durationSeconds / 60);
  const duration = t("appointment.duration", { minutes, seconds: summary.durationSeconds % 60 });
  const over = summary.phase === "ENDED";
  return (
    <div className="grid gap-8">
      <section>
        <h1 className="text-3xl font-bold" data-testid="after-title">{over ? t("after.title") : t("after.thanks")}</h1>
        <p className="mt-2 text-xl" data-testid="after-duration" data-seconds={summary.durationSeconds}>{summary.durationSeconds > 0 ? t("after.duration", { duration }) : t("after.notHeld")}</p>
        {summary.endReason && <p className="mt-1 text-ink-soft" data-testid="end-reason" data-reason={summary.endReason}>{t(`after.reason.${summary.endReason}`)}</p>}
        {!over && <Link to={`/call/${appointmentId}`} className="mt-4 inline-flex min-h-12 items-center rounded-full bg-primary px-6 font-semibold text-on-primary" data-testid="rejoin">{t("after.rejoin")}</Link>}
      </section>
      {over && summary.durationSeconds > 0 && <RatingForm appointmentId={appointmentId} />}
      {(chat.data?.length ?? 0) > 0 && (
        <section>
          <h2 className="mb-2 text-xl font-bold">{t("chat.title")}</h2>
          <ul className="grid gap-2" data-testid="chat-history">
            {chat.data?.map((message) => (
              <li key={message.id} className="rounded-card bg-surface px-4 py-2">
                <span className="text-base text-ink-soft">{message.from.name}</span><br />{message.text}
                {message.attachment && <a className="text-primary underline" href={`/api/v1/consultations/${appointmentId}/attachments/${message.attachment.id}`}>{message.attachment.name}</a>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <CallLog log={log} appointment={appointment.data} />
      <Link to="/" className="text-primary underline">{t("after.next")}</Link>
    </div>
  );
}

function CallLog({ log, appointment }: { log: LogEntry[]; appointment: Appointment }) {
  const { t, i18n } = useTranslation();
  const name = (id: string | null) => [appointment.patient, appointment.doctor].find((person) => person.id === id)?.name ?? "";
  return (
    <details>
      <summary className="cursor-pointer text-xl font-bold">{t("after.log")}</summary>
      <ol className="mt-2 grid gap-1 text-base" data-testid="call-log">
        {log.map((entry, index) => (
          <li key={index} data-kind={entry.kind} className="flex gap-4">
            <time className="text-ink-soft" dateTime={entry.at}>{clock(entry.at, i18n.language)}</time>
            <span>{t(`after.kind.${entry.kind}`, { who: name(entry.who), detail: entry.detail })}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
