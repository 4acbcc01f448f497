import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { api, type Appointment, type PersonFigures, type Spread } from "../../api";
import { MeasureWords, NONE } from "../../lib/measure-words";
import { asLongAs, VerdictWords } from "./QualityWord";
import { Shares } from "./Shares";

/** Q6: what was measured of the call, for its doctor: in words, then both sides beside each other. */
export function QualityReport({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation();
  const report = useQuery({
    queryKey: ["quality-report", appointment.id], queryFn: () => api.qualityReport(appointment.id),
    refetchInterval: ({ state }) => asLongAs(state.data?.ready, state.dataUpdateCount),
  });
  if (!report.data) return null;
  const { ready, verdict, patient, doctor } = report.data;
  return (
    <section data-testid="quality-report" data-ready={ready} data-grade={verdict.grade}>
      <h2 className="mb-2 text-xl font-bold">{t("quality.report")}</h2>
      {ready
        ? <VerdictWords verdict={verdict} interruptions={Math.max(patient.reconnects, doctor.reconnects)} appointment={appointment} />
        : <p className="text-ink-soft" role="status">{t("quality.making")}</p>}
      {ready && (patient.measured || doctor.measured || patient.setUpMillis !== null || doctor.setUpMillis !== null) && (
        <details className="mt-3">
          <summary className="min-h-11 cursor-pointer py-2 text-primary underline">{t("quality.details")}</summary>
          <Sides patient={patient} doctor={doctor} appointment={appointment} />
        </details>
      )}
    </section>
  );
}

function Sides({ patient, doctor, appointment }: { patient: PersonFigures; doctor: PersonFigures; appointment: Appointment }) {
  const { t, i18n } = useTranslation();
  const words = new MeasureWords(i18n.language);
  const rows = [...waits(t, words), ...measures(t, words)];
  return (
    <table className="mt-2 w-full text-base">
      <thead>
        <tr className="border-b border-line text-start align-bottom">
          <td />
          {[appointment.patient, appointment.doctor].map((person) => <th key={person.id} scope="col" className="py-2 ps-4 text-start font-semibold">{person.name}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map(([id, label, of]) => (
          <tr key={id} data-testid={`report-${id}`} className="border-b border-line align-top">
            <th scope="row" className="py-2 text-start font-normal text-ink-soft">{label}</th>
            <td className="py-2 ps-4">{of(patient)}</td>
            <td className="py-2 ps-4">{of(doctor)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Row = [id: string, label: string, of: (person: PersonFigures) => React.ReactNode];

function waits(t: TFunction, words: MeasureWords): Row[] {
  return [
    ["set-up", t("quality.setUp"), (person) => words.seconds(person.setUpMillis)],
    ["interruptions", t("quality.interruptions"), ({ reconnects, reconnectMillis }) =>
      reconnects === 0 ? t("quality.noInterruption") : t("quality.interruptionOf", { count: reconnects, time: words.seconds(reconnectMillis) })],
  ];
}

function measures(t: TFunction, words: MeasureWords): Row[] {
  const spread = (of: Spread | null | undefined, say: (value: number) => string) =>
    of ? <>{say(of.median)}<span className="block text-sm text-ink-soft">{t("quality.worstOf", { value: say(of.worst) })}</span></> : NONE;
  const share = (value: number) => (value <= 0 ? t("quality.never") : value >= 0.995 ? t("quality.always") : t("quality.shareOfTime", { share: words.percent(value) }));
  return [
    ["heard", t("quality.heard"), ({ measured }) => spread(measured?.opinion, (value) => words.number(value, 1))],
    ["rtt", t("quality.rtt"), ({ measured }) => spread(measured?.rtt, (value) => words.milliseconds(value))],
    ["loss", t("quality.lossHeard"), ({ measured }) => spread(measured?.lossDown, (value) => words.percent(value))],
    ["jitter", t("quality.jitter"), ({ measured }) => spread(measured?.jitter, (value) => words.milliseconds(value))],
    ["picture", t("quality.sharpness"), ({ measured }) => (measured ? <Shares pictures={measured.pictures} words={words} /> : NONE)],
    ["relay", t("quality.relayShare"), ({ measured }) => (measured ? share(measured.relayed) : NONE)],
    ["held-back", t("quality.heldBack"), ({ measured }) => (measured
      ? [[measured.limitedByBandwidth, "bandwidth"] as const, [measured.limitedByCpu, "cpu"] as const]
          .filter(([part]) => part > 0).map(([part, why]) => `${t(`quality.limited.${why}`)}: ${words.percent(part)}`).join(", ") || t("quality.never")
      : NONE)],
  ];
}
