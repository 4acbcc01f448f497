import { useTranslation } from "react-i18next";
import type { DayFigures } from "../../api";
import { LineChart } from "../../components/LineChart";
import { roundTop } from "../../lib/chart";
import { MeasureWords } from "../../lib/measure-words";
import { DayColumns } from "./DayColumns";

/** Day by day: how many, how long people waited, how it sounded. */
export function DayCharts({ days }: { days: DayFigures[] }) {
  const { t, i18n } = useTranslation();
  const words = new MeasureWords(i18n.language);
  const at = ({ day }: DayFigures) => Date.parse(`${day}T12:00:00Z`);
  const from = days[0] ? at(days[0]) : 0;
  const to = days.at(-1) ? at(days.at(-1)!) : 1;
  const line = (name: string, of: (day: DayFigures) => number | null, say: (value: number | null) => string, dashed = false) => {
    const points = days.map((day) => ({ at: at(day), value: of(day) })).filter(({ value }) => value !== null);
    return { name, dashed, now: say(points.at(-1)?.value ?? null), points };
  };
  const seconds = (value: number | null) => words.seconds(value);
  const opinion = (value: number | null) => words.number(value, 1);
  const setUpTop = roundTop(days.map(({ figures }) => figures.setUpP90), 500);
  return (
    <section className="grid grid-cols-1 gap-8">
      <DayColumns days={days} />
      <div className="grid grid-cols-1 gap-x-12 gap-y-8 md:grid-cols-2">
        <LineChart title={t("dashboard.setUp")} from={from} to={to} top={setUpTop} topWords={words.seconds(setUpTop)} lines={[
          line(t("dashboard.median"), ({ figures }) => figures.setUpMedian, seconds), line(t("dashboard.p90"), ({ figures }) => figures.setUpP90, seconds, true)]} />
        <LineChart title={t("dashboard.opinion")} from={from} to={to} top={4.5} topWords={words.number(4.5, 1)} lines={[
          line(t("dashboard.median"), ({ figures }) => figures.opinion?.median ?? null, opinion), line(t("dashboard.worst"), ({ figures }) => figures.opinion?.worst ?? null, opinion, true)]} />
      </div>
    </section>
  );
}
