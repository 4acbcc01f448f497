import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api } from "../../api";
import { useSession } from "../../app/session";
import { Avatar } from "../../components/Avatar";
import { Failure } from "../../components/Failure";
import { useNow } from "../../hooks/useNow";
import { timeWords } from "../../lib/time-words";

export function HistoryPage() {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const now = useNow(0, 60_000);
  const list = useQuery({ queryKey: ["appointments", "past"], queryFn: () => api.appointments("past") });
  if (list.error) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <>
      <h1 className="mb-4 text-3xl font-bold">{t("common.history")}</h1>
      {list.data?.length === 0 && <p className="text-ink-soft">{t("appointment.pastNone")}</p>}
      <ul className="grid gap-3">
        {list.data?.map((one) => {
          const other = user.role === "DOCTOR" ? one.patient : one.doctor;
          const seconds = one.consultation?.durationSeconds ?? 0;
          return (
            <li key={one.id}>
              <Link to={`/appointments/${one.id}/after`} data-testid={`history-${one.id}`} className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card bg-surface p-5 hover:outline-2 hover:outline-primary">
                <Avatar name={other.name} />
                <span className="grid min-w-48 flex-1">
                  <span className="font-semibold">{other.name}</span>
                  <span className="text-ink-soft">{timeWords(t, one.start, now, i18n.language)} · {one.reason}</span>
                </span>
                <span className="text-base text-ink-soft max-sm:w-full sm:text-end">
                  {t(`appointment.status.${one.status}`)}
                  {seconds > 0 && <> · {t("appointment.duration", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}</>}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
