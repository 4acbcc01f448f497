import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../app/session";
import { api } from "../../api";
import { Failure } from "../../components/Failure";
import { Notice } from "../../components/Notice";
import { useNow } from "../../hooks/useNow";
import { useStore } from "../../hooks/useStore";
import { AppointmentCard } from "./AppointmentCard";

/** The next appointment, large, with the one right button; the others below. */
export function HomePage() {
  const { t } = useTranslation();
  const { user, lobby } = useSession();
  const { consultations, clockOffset, missed } = useStore(lobby.store);
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ["appointments", "upcoming"], queryFn: () => api.appointments("upcoming"), refetchInterval: 30_000 });
  const now = useNow(clockOffset);

  // What the socket tells is newer than what was loaded.
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ["appointments"] });
  }, [consultations, queries]);

  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton />;
  const [next, ...others] = list.data;
  return (
    <>
      {missed.map((ring) => (
        <div key={ring.consultation} className="mb-4"><Notice tone="warn">{t("appointment.missed", { name: ring.from.name })}</Notice></div>
      ))}
      <h1 className="mb-4 text-3xl font-bold">{user.role === "DOCTOR" ? t("appointment.desk") : t("appointment.next")}</h1>
      {!next && (
        <div className="rounded-card bg-surface p-8">
          <p className="text-xl">{t("appointment.none")}</p>
          <p className="text-ink-soft">{t("appointment.noneHelp")}</p>
        </div>
      )}
      {next && <AppointmentCard appointment={next} now={now} large />}
      {others.length > 0 && (
        <>
          <h2 className="mb-3 mt-10 text-2xl font-bold">{t("appointment.more")}</h2>
          <ul className="grid gap-3">
            {others.map((one) => <li key={one.id}><AppointmentCard appointment={one} now={now} /></li>)}
          </ul>
        </>
      )}
    </>
  );
}

function Skeleton() {
  return <div aria-hidden="true" className="h-64 animate-pulse rounded-card bg-surface [animation-delay:300ms]" />;
}
