import { useTranslation } from "react-i18next";
import type { Appointment, LogEntry } from "../../api";
import { clock } from "../../lib/time-words";

/** Who, when, how long, why it ended, line by line. */
export function CallLog({ log, appointment }: { log: LogEntry[]; appointment: Appointment }) {
  const { t, i18n } = useTranslation();
  const name = (id: string | null) => [appointment.patient, appointment.doctor].find((person) => person.id === id)?.name ?? "";
  if (log.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 cursor-pointer text-xl font-bold">{t("after.log")}</summary>
      <ol className="mt-2 grid gap-1 border-s-2 border-line ps-5 text-base" data-testid="call-log">
        {log.map((entry, index) => (
          <li key={index} data-kind={entry.kind} className="grid grid-cols-[5.5rem_1fr] gap-3">
            <time className="text-ink-soft" dateTime={entry.at}>{clock(entry.at, i18n.language)}</time>
            <span>{t(`after.kind.${entry.kind}`, { who: name(entry.who), detail: entry.detail })}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
