import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../api";
import { summaries, type Summary } from "../../../api/summary";
import { useSession } from "../../../app/session";
import { Failure } from "../../../components/Failure";
import { Skeleton } from "../../../components/Loading";
import { dateAndTime } from "../../../lib/time-words";
import { AgreedForm } from "./AgreedForm";
import { FollowUpCard } from "./FollowUpCard";
import { FollowUpForm } from "./FollowUpForm";

/** How often a patient's page looks whether something was written. */
const NEWS = 15_000;

/** What was agreed, in the doctor's words, and what comes next (U27). */
export function Agreed({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const queries = useQueryClient();
  const sheet = useQuery({ queryKey: ["summary", appointment.id], queryFn: () => summaries.of(appointment.id), refetchInterval: user.role === "PATIENT" ? NEWS : false });
  const [step, setStep] = useState(0);
  if (sheet.error && !sheet.data) return <Failure error={sheet.error} onRetry={() => void sheet.refetch()} />;
  if (!sheet.data) return <Skeleton className="h-32" />;
  const { versions, writable, followUp } = sheet.data;
  const asDoctor = user.role === "DOCTOR";
  const changed = (now: Summary) => queries.setQueryData(["summary", appointment.id], now);
  return (
    <section aria-labelledby="agreed" className="grid gap-4" data-testid="agreed" data-versions={versions.length}>
      <h2 id="agreed" className="text-xl font-bold">{t("agreed.title")}</h2>
      {asDoctor && writable
        ? <AgreedForm key={step} appointmentId={appointment.id} patient={appointment.patient.name} sheet={sheet.data} onReleased={changed} onAgain={() => void sheet.refetch().then(() => setStep(step + 1))} />
        : <Released versions={versions} doctor={appointment.doctor.name} />}
      {asDoctor && writable
        ? <FollowUpForm appointmentId={appointment.id} patient={appointment.patient.name} followUp={followUp} onChanged={changed} />
        : followUp && <FollowUpCard followUp={followUp} doctor={appointment.doctor} />}
    </section>
  );
}

function Released({ versions, doctor }: { versions: Summary["versions"]; doctor: string }) {
  const { t, i18n } = useTranslation();
  const [newest, ...older] = versions;
  if (!newest) return <p className="text-ink-soft">{t("agreed.notYet", { name: doctor })}</p>;
  return (
    <div className="grid gap-3 rounded-card bg-surface p-5">
      <p dir="auto" className="whitespace-pre-line">{newest.agreed}</p>
      {newest.nextStep && <p className="whitespace-pre-line rounded-xl bg-calm px-4 py-3 text-on-calm"><span className="font-bold">{t("agreed.next")}: </span><bdi>{newest.nextStep}</bdi></p>}
      <p className="text-base text-ink-soft">{t("agreed.by", { name: doctor, when: dateAndTime(newest.releasedAt, i18n.language) })}</p>
      {older.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("agreed.before")}</summary>
          <ul className="grid gap-3 border-s-2 border-line ps-4">
            {older.map((one) => <li key={one.version} dir="auto" className="whitespace-pre-line"><span className="block text-base text-ink-soft">{dateAndTime(one.releasedAt, i18n.language)}</span>{one.agreed}{one.nextStep && `\n${one.nextStep}`}</li>)}
          </ul>
        </details>
      )}
    </div>
  );
}
