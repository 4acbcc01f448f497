import { useTranslation } from "react-i18next";
import type { Figures } from "../../api";
import { MeasureWords, NONE } from "../../lib/measure-words";

/** What somebody who has ten seconds wants to know. */
export function KeyFigures({ figures }: { figures: Figures }) {
  const { t, i18n } = useTranslation();
  const words = new MeasureWords(i18n.language);
  const { spoken, failed, setUpMedian, setUpP90, opinion, relayed, stars } = figures;
  const facts: [id: string, label: string, value: string, more: string][] = [
    ["spoken", t("dashboard.spoken"), words.number(spoken), failed > 0 ? t("dashboard.failed", { count: failed }) : t("dashboard.noneFailed")],
    ["set-up", t("dashboard.setUp"), words.seconds(setUpMedian), setUpP90 === null ? "" : t("dashboard.setUpP90", { time: words.seconds(setUpP90) })],
    ["opinion", t("dashboard.opinion"), words.number(opinion?.median, 1), opinion ? t("dashboard.opinionWorst", { value: words.number(opinion.worst, 1) }) : ""],
    ["relayed", t("dashboard.relayed"), words.percent(relayed), t("dashboard.relayedHelp")],
    ["stars", t("dashboard.stars"), stars === null ? NONE : `${words.number(stars, 1)} / 5`, ""],
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-6 md:grid-cols-5">
      {facts.map(([id, label, value, more]) => (
        <div key={id} data-testid={`figure-${id}`}>
          <dt className="text-base text-ink-soft">{label}</dt>
          <dd className="text-3xl font-bold">{value}</dd>
          {more && <dd className="text-sm text-ink-soft">{more}</dd>}
        </div>
      ))}
    </dl>
  );
}
