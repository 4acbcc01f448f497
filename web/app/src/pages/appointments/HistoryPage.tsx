import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronRight, FileText, Pill } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { history, type Past } from "../../api/history";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { useNow } from "../../hooks/useNow";
import { useTitle } from "../../hooks/useTitle";
import { outcomeOf } from "../../lib/right-button";
import { clock } from "../../lib/time-words";
import { DayList } from "./DayList";
import { HistoryFilters } from "./HistoryFilters";
import { useHistorySearch } from "./use-history-search";

/** What was, to find again: by the other one's name, by time, page by page. */
export function HistoryPage() {
  const { t } = useTranslation();
  const now = useNow(0, 60_000);
  useTitle(t("common.history"));
  const search = useHistorySearch();
  const list = useQuery({ queryKey: ["history", search.query], queryFn: () => history(search.query), placeholderData: keepPreviousData });
  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton className="h-40" />;
  const { items, page, pages, total, any } = list.data;
  const past = new Map(items.map((item) => [item.appointment.id, item]));
  return (
    <>
      <h1 className="mb-5 text-3xl font-bold">{t("common.history")}</h1>
      {any && <HistoryFilters search={search} />}
      {!any && (
        <div className="rounded-card bg-surface p-6 sm:p-10">
          <p className="text-xl font-semibold">{t("appointment.pastNone")}</p>
          <p className="text-ink-soft">{t("appointment.pastNoneHelp")}</p>
        </div>
      )}
      {any && <p role="status" className="mb-4 text-base text-ink-soft" data-testid="history-total">{total === 0 ? t("history.nothing") : t("history.found", { count: total })}</p>}
      <DayList appointments={items.map((item) => item.appointment)} now={now}>{(one) => <Held past={past.get(one.id) as Past} />}</DayList>
      {pages > 1 && (
        <nav aria-label={t("history.pages")} className="mt-6 flex items-center justify-between gap-4">
          <Button look="calm" disabled={page === 0} onClick={() => search.go(page - 1)}>{t("history.newer")}</Button>
          <span className="text-base text-ink-soft">{t("history.page", { page: page + 1, pages })}</span>
          <Button look="calm" disabled={page + 1 >= pages} data-testid="history-older" onClick={() => search.go(page + 1)}>{t("history.older")}</Button>
        </nav>
      )}
    </>
  );
}

function Held({ past }: { past: Past }) {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const { appointment } = past;
  const other = user.role === "DOCTOR" ? appointment.patient : appointment.doctor;
  const seconds = appointment.consultation?.durationSeconds ?? 0;
  const duration = t("appointment.duration", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  return (
    <Link to={`/appointments/${appointment.id}/after`} data-testid={`history-${appointment.id}`} className="grid grid-cols-[1fr_auto] items-center gap-x-5 gap-y-1 px-5 py-4 hover:bg-calm sm:grid-cols-[7rem_1fr_auto_auto]">
      <time dateTime={appointment.start} className="text-xl font-semibold max-sm:col-start-1">{clock(appointment.start, i18n.language)}</time>
      <span className="grid min-w-0 max-sm:col-start-1">
        <span className="font-semibold">{user.role === "ADMIN" ? `${appointment.patient.name} · ${other.name}` : other.name}</span>
        <span className="text-base text-ink-soft">{appointment.reason}</span>
        {(past.summary || past.prescriptions > 0) && (
          <span className="mt-1 flex flex-wrap gap-x-4 text-base text-primary">
            {past.summary && <span className="inline-flex items-center gap-1"><FileText size={16} aria-hidden="true" />{t("history.summary")}</span>}
            {past.prescriptions > 0 && <span className="inline-flex items-center gap-1"><Pill size={16} aria-hidden="true" />{t("history.prescriptions", { count: past.prescriptions })}</span>}
          </span>
        )}
      </span>
      <span className="text-base text-ink-soft max-sm:col-start-1 sm:text-end">
        {t(`appointment.status.${outcomeOf(appointment)}`, { context: user.role })}{seconds > 0 && <> · {duration}</>}
      </span>
      <ChevronRight aria-hidden="true" className="text-ink-soft max-sm:col-start-2 max-sm:row-span-3 max-sm:row-start-1 rtl:-scale-x-100" />
    </Link>
  );
}
