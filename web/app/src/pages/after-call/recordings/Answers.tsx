import { useTranslation } from "react-i18next";
import type { Appointment, Recording } from "../../../api";
import { dateAndTime } from "../../../lib/time-words";

/** R1: who said what about being recorded, and when. It stands with the recording, also when that is deleted. */
export function Answers({ recording, appointment }: { recording: Recording; appointment: Appointment }) {
  const { t, i18n } = useTranslation();
  if (recording.answers.length === 0) return null;
  return (
    <details data-testid="recording-answers">
      <summary className="min-h-11 cursor-pointer py-2 text-primary underline">{t("recordings.answers")}</summary>
      <ul className="grid gap-1 text-base">
        {recording.answers.map(({ who, kind, at }) => (
          <li key={`${who} ${at} ${kind}`} data-kind={kind} data-who={who}>
            {t(`recordings.answer.${kind}`, { name: who === "DOCTOR" ? appointment.doctor.name : appointment.patient.name, time: dateAndTime(at, i18n.language) })}
          </li>
        ))}
      </ul>
    </details>
  );
}
