import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type Appointment, type CallVerdict } from "../../api";

/** A call is summed up within seconds of its end; where nobody measured, it never is. */
const ASKED_AT_MOST = 15;

export function asLongAs(ready: boolean | undefined, asked: number): number | false {
  return ready || asked >= ASKED_AT_MOST ? false : 2_000;
}

/** How the connection was, for the patient: a sentence or three, no numbers. */
export function QualityWord({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation();
  const word = useQuery({
    queryKey: ["quality-word", appointment.id], queryFn: () => api.qualitySummary(appointment.id),
    refetchInterval: ({ state }) => asLongAs(state.data?.ready, state.dataUpdateCount),
  });
  if (!word.data?.ready || word.data.verdict.grade === "UNKNOWN") return null;
  return (
    <section data-testid="quality-word" data-grade={word.data.verdict.grade}>
      <h2 className="mb-2 text-xl font-bold">{t("quality.report")}</h2>
      <VerdictWords verdict={word.data.verdict} interruptions={word.data.interruptions} appointment={appointment} />
    </section>
  );
}

export function VerdictWords({ verdict, interruptions, appointment }: { verdict: CallVerdict; interruptions: number; appointment: Appointment }) {
  const { t } = useTranslation();
  const names = { patient: appointment.patient.name, doctor: appointment.doctor.name };
  const trouble = verdict.trouble && t(`quality.main.${verdict.trouble.cause}.${verdict.trouble.whose}`, names);
  return <p>{[t(`quality.grade.${verdict.grade}`), trouble, interruptions > 0 && t("quality.interrupted", { count: interruptions })].filter(Boolean).join(" ")}</p>;
}
