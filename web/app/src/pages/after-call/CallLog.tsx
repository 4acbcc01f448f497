import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type Appointment, type LogEntry } from "../../api";
import { clock } from "../../lib/time-words";

/** Who, when, how long, why it ended, line by line; with what was on record before care began. */
export function CallLog({ log, appointment }: { log: LogEntry[]; appointment: Appointment }) {
  const { t, i18n } = useTranslation();
  const name = (id: string | null) => [appointment.patient, appointment.doctor].find((person) => person.id === id)?.name ?? "";
  const record = useQuery({ queryKey: ["care-record", appointment.id], queryFn: () => api.careRecord(appointment.id) });
  if (log.length === 0) return null;
  const { consent, identity } = record.data ?? { consent: null, identity: null };
  const lines: { at: string; kind: string; words: string }[] = log.map((entry) => ({ at: entry.at, kind: entry.kind, words: t(`after.kind.${entry.kind}`, { who: name(entry.who), detail: entry.detail }) }));
  if (consent?.answer === "GIVEN") lines.push({ at: consent.at, kind: "CONSENT", words: t("care.log.consent", { who: appointment.patient.name, version: consent.version }) });
  if (identity) lines.push({ at: identity.at, kind: "IDENTITY", words: t("care.log.identity", { who: name(identity.doctor) }) });
  lines.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <details>
      <summary className="min-h-11 cursor-pointer text-xl font-bold">{t("after.log")}</summary>
      <ol className="mt-2 grid gap-1 border-s-2 border-line ps-5 text-base" data-testid="call-log">
        {lines.map((entry, index) => (
          <li key={index} data-kind={entry.kind} className="grid grid-cols-[5.5rem_1fr] gap-3">
            <time className="text-ink-soft" dateTime={entry.at}>{clock(entry.at, i18n.language)}</time>
            <span>{entry.words}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
