import { useTranslation } from "react-i18next";
import type { Figures } from "../../api";
import { MeasureWords, NONE } from "../../lib/measure-words";

/** For whoever looks after the network. */
export function Percentiles({ figures }: { figures: Figures }) {
  const { t, i18n } = useTranslation();
  const words = new MeasureWords(i18n.language);
  const rows = [
    ["rtt", t("quality.rtt"), figures.rtt, (value: number) => words.milliseconds(value)],
    ["loss", t("quality.loss"), figures.loss, (value: number) => words.percent(value)],
    ["jitter", t("quality.jitter"), figures.jitter, (value: number) => words.milliseconds(value)],
    ["opinion", t("quality.heard"), figures.opinion, (value: number) => words.number(value, 1)],
  ] as const;
  return (
    <section>
      <h2 className="mb-1 text-xl font-bold">{t("dashboard.percentiles")}</h2>
      <p className="mb-3 text-base text-ink-soft">{t("dashboard.percentilesHelp")}</p>
      <table className="w-full max-w-xl text-base">
        <thead>
          <tr className="border-b border-line"><td /><th scope="col" className="py-2 text-end font-semibold">{t("dashboard.median")}</th><th scope="col" className="py-2 text-end font-semibold">{t("dashboard.worst")}</th></tr>
        </thead>
        <tbody>
          {rows.map(([id, label, spread, say]) => (
            <tr key={id} data-testid={`percentile-${id}`} className="border-b border-line">
              <th scope="row" className="py-2 text-start font-normal text-ink-soft">{label}</th>
              <td className="py-2 text-end">{spread ? say(spread.median) : NONE}</td>
              <td className="py-2 text-end">{spread ? say(spread.worst) : NONE}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
