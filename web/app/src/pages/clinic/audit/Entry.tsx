import { useTranslation } from "react-i18next";
import { dateAndTime } from "../../../lib/time-words";
import type { AuditLine, Wanted } from "./api";

/** One line of the trail. A name is a way to see what else that person did, or what else was done with their data. */
export function Entry({ entry, onChoose }: { entry: AuditLine; onChoose: (change: Wanted) => void }) {
  const { t, i18n } = useTranslation();
  const { number, at, actor, role, action, subject, patient, details } = entry;
  const name = "min-h-11 text-start font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-current";
  const more = Object.entries(details).map(([key, value]) => `${key} ${String(value)}`).join(", ");
  return (
    <li data-testid="audit-entry" data-number={number} data-action={action} data-subject={subject} className="grid gap-x-5 rounded-card bg-surface px-4 py-2 text-base sm:grid-cols-[11rem_minmax(0,1fr)_auto] sm:items-center">
      <time dateTime={at} className="text-ink-soft">{dateAndTime(at, i18n.language)}</time>
      <span className="flex min-w-0 flex-wrap items-center gap-x-2">
        {actor ? <button type="button" className={name} onClick={() => onChoose({ actor: actor.id })}>{actor.name || t("audit.somebody")}</button> : <span className="font-semibold">{t(`audit.role.${role}`)}</span>}
        <span>{t(`audit.action.${action}`)}: {t(`audit.subject.${subject}`)}</span>
        {patient && patient.id !== actor?.id && (
          <span className="flex items-center gap-2 text-ink-soft">{t("audit.whose")} <button type="button" className={name} onClick={() => onChoose({ patient: patient.id })}>{patient.name || t("audit.somebody")}</button></span>
        )}
        {more && <span className="break-all text-sm text-ink-soft" dir="ltr">{more}</span>}
      </span>
      <span className="text-sm text-ink-soft max-sm:hidden">{number}</span>
    </li>
  );
}
