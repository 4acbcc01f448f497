import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api, type Appointment } from "../../api";
import { useSession } from "../../app/session";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { useNow } from "../../hooks/useNow";
import { useTitle } from "../../hooks/useTitle";
import { clock } from "../../lib/time-words";
import { DayList } from "./DayList";

export function HistoryPage() {
  const { t } = useTranslation();
  const now = useNow(0, 60_000);
  useTitle(t("common.history"));
  const list = useQuery({ queryKey: ["appointments", "past"], queryFn: () => api.appointments("past") });
  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton className="h-40" />;
  return (
    <>
      <h1 className="mb-5 text-3xl font-bold">{t("common.history")}</h1>
      {list.data.length === 0 && (
        <div className="rounded-card bg-surface p-6 sm:p-10">
          <p className="text-xl font-semibold">{t("appointment.pastNone")}</p>
          <p className="text-ink-soft">{t("appointment.pastNoneHelp")}</p>
        </div>
      )}
      <DayList appointments={list.data} now={now}>{(one) => <Held appointment={one} />}</DayList>
    </>
  );
}

function Held({ appointment }: { appointment: Appointment }) {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const other = user.role === "DOCTOR" ? appointment.patient : appointment.doctor;
  const seconds = appointment.consultation?.durationSeconds ?? 0;
  const duration = t("appointment.duration", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  return (
    <Link to={`/appointments/${appointment.id}/after`} data-testid={`history-${appointment.id}`} className="grid grid-cols-[1fr_auto] items-center gap-x-5 gap-y-1 px-5 py-4 hover:bg-calm sm:grid-cols-[7rem_1fr_auto_auto]">
      <time dateTime={appointment.start} className="text-xl font-semibold max-sm:col-start-1">{clock(appointment.start, i18n.language)}</time>
      <span className="grid min-w-0 max-sm:col-start-1">
        <span className="font-semibold">{user.role === "ADMIN" ? `${appointment.patient.name} · ${other.name}` : other.name}</span>
        <span className="text-base text-ink-soft">{appointment.reason}</span>
      </span>
      <span className="text-base text-ink-soft max-sm:col-start-1 sm:text-end">
        {t(`appointment.status.${appointment.status}`)}{seconds > 0 && <> · {duration}</>}
      </span>
      <ChevronRight aria-hidden="true" className="text-ink-soft max-sm:col-start-2 max-sm:row-span-3 max-sm:row-start-1 rtl:-scale-x-100" />
    </Link>
  );
}
