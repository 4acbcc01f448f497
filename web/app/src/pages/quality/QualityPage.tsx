import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { PhoneCall } from "lucide-react";
import { useTranslation } from "react-i18next";
import { api, type QualityDashboard } from "../../api";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { CountBars } from "./CountBars";
import { DayCharts } from "./DayCharts";
import { Export } from "./Export";
import { Filters } from "./Filters";
import { KeyFigures } from "./KeyFigures";
import { Percentiles } from "./Percentiles";
import { useSpan } from "./use-span";

/** A7, Q6: how the clinic's calls were, over days that stand in the address. */
export default function QualityPage() {
  const { t } = useTranslation();
  const { span, choose } = useSpan();
  const board = useQuery({ queryKey: ["quality-dashboard", span], queryFn: () => api.qualityDashboard(span), placeholderData: keepPreviousData });
  return (
    <div className="grid grid-cols-1 gap-10">
      <div className="grid grid-cols-1 gap-5">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <h1 className="text-3xl font-bold">{t("dashboard.title")}</h1>
          <Export span={span} />
        </div>
        <Filters span={span} board={board.data} onChoose={choose} />
      </div>
      {board.error && <Failure error={board.error} onRetry={() => void board.refetch()} />}
      {!board.data && !board.error && <Skeleton className="h-96" />}
      {board.data && (board.data.reasons.length === 0 ? <Nothing /> : <Board board={board.data} />)}
    </div>
  );
}

function Board({ board }: { board: QualityDashboard }) {
  const { t } = useTranslation();
  return (
    <div className="grid grid-cols-1 gap-12" data-testid="dashboard" data-spoken={board.figures.spoken}>
      <KeyFigures figures={board.figures} />
      <DayCharts days={board.days} />
      <div className="grid grid-cols-1 gap-x-12 gap-y-10 md:grid-cols-2">
        <CountBars title={t("dashboard.ended")} testId="reasons" items={board.reasons.map(({ reason, count }) => [t(`dashboard.reason.${reason}`), count])} />
        <CountBars title={t("dashboard.troubles")} testId="troubles" items={board.troubles.map(({ what, count }) => [t(`dashboard.trouble.${what}`), count])} none={t("dashboard.noTroubles")} />
        <CountBars title={t("dashboard.ratings")} testId="ratings" items={board.stars.some((count) => count > 0) ? board.stars.map((count, index): [string, number] => [t("after.stars", { count: index + 1 }), count]).reverse() : []} none={t("dashboard.noRatings")} />
        <CountBars title={t("dashboard.issues")} testId="issues" items={board.issues.map(({ what, count }) => [t(`after.issue.${what}`), count])} none={t("dashboard.noIssues")} />
      </div>
      <Percentiles figures={board.figures} />
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <div className="grid justify-items-center gap-2 py-12 text-center" data-testid="dashboard-empty">
      <PhoneCall aria-hidden="true" size={44} strokeWidth={1.5} className="text-ink-soft" />
      <p className="text-xl font-semibold">{t("dashboard.none")}</p>
      <p className="max-w-md text-ink-soft">{t("dashboard.noneHelp")}</p>
    </div>
  );
}
