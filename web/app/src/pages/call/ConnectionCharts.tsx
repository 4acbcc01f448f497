import type { Quality } from "@consilium/call-engine";
import { useTranslation } from "react-i18next";
import { LineChart } from "../../components/LineChart";
import { roundTop } from "../../lib/chart";
import { MeasureWords } from "../../lib/measure-words";

const SPAN = 120_000;

interface Chart {
  title: string; least: number; words: (value: number | null) => string;
  lines: { name: string; of: (look: Quality) => number | null }[];
}

/** The last two minutes. */
export function ConnectionCharts({ looks }: { looks: readonly Quality[] }) {
  const { t, i18n } = useTranslation();
  const words = new MeasureWords(i18n.language);
  const up = t("quality.up");
  const down = t("quality.down");
  const to = looks.at(-1)?.at ?? 0;
  const charts: Chart[] = [
    { title: t("quality.bitrate"), least: 500_000, words: (value) => words.rate(value), lines: [
      { name: up, of: ({ interval }) => interval.bitrateUp }, { name: down, of: ({ interval }) => interval.bitrateDown } ] },
    { title: t("quality.loss"), least: 0.05, words: (value) => words.percent(value), lines: [
      { name: up, of: ({ interval }) => interval.lossUp }, { name: down, of: ({ interval }) => interval.lossDown } ] },
    { title: t("quality.delay"), least: 100, words: (value) => words.milliseconds(value), lines: [
      { name: t("quality.rtt"), of: ({ interval }) => interval.rtt }, { name: t("quality.jitter"), of: ({ interval }) => interval.jitter } ] },
    { title: t("quality.fps"), least: 30, words: (value) => words.number(value), lines: [
      { name: up, of: ({ interval }) => interval.sentFps }, { name: down, of: ({ interval }) => interval.fps } ] },
  ];
  return (
    <div data-testid="connection-charts" data-looks={looks.length} className="grid gap-4">
      {charts.map((chart) => {
        const top = roundTop(looks.flatMap((look) => chart.lines.map((line) => line.of(look))), chart.least);
        return (
          <LineChart
            key={chart.title} title={chart.title} from={to - SPAN} to={to} top={top} topWords={chart.words(top)}
            lines={chart.lines.map((line, index) => ({
              name: line.name, dashed: index > 0, now: chart.words(looks.length > 0 ? line.of(looks.at(-1)!) : null),
              points: looks.map((look) => ({ at: look.at, value: line.of(look) })),
            }))}
          />
        );
      })}
      <p className="text-sm text-ink-soft">{t("quality.lastMinutes")}</p>
    </div>
  );
}
