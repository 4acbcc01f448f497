import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api } from "../../api";
import { Failure } from "../../components/Failure";
import { LinkButton } from "../../components/LinkButton";
import { Skeleton } from "../../components/Loading";
import { useNow } from "../../hooks/useNow";
import { useTitle } from "../../hooks/useTitle";
import { DayList } from "../appointments/DayList";
import { DeskDialogs, type DeskDeeds } from "./DeskDialogs";
import { DeskRow } from "./DeskRow";

/** As many as the server shows here; the others are searched for. */
const DAYS = 31;

/** The desk: the clinic's appointments, day by day, and who has paid. */
export default function AdminPage() {
  const { t } = useTranslation();
  useTitle(t("common.appointments"));
  const now = useNow(0, 60_000);
  const list = useQuery({ queryKey: ["appointments", "upcoming"], queryFn: () => api.appointments("upcoming"), refetchInterval: 15_000 });
  const [deed, setDeed] = useState<DeskDeeds>({});
  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton className="h-64" />;
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl font-bold">{t("common.appointments")}</h1>
        <LinkButton to="/book" testId="book-for">{t("after.book")}</LinkButton>
      </div>
      {list.data.length === 0 && <p className="text-ink-soft">{t("appointment.deskNone")}</p>}
      <DayList appointments={list.data} now={now} nowLine>{(one) => <DeskRow appointment={one} now={now} onDeed={setDeed} />}</DayList>
      <p className="mt-6 text-ink-soft">
        {t("found.nextDays", { days: DAYS })}{" "}
        <Link to="/clinic/appointments" className="inline-flex min-h-11 items-center text-primary underline">{t("found.title")}</Link>
      </p>
      <DeskDialogs deed={deed} now={now} onDone={() => setDeed({})} />
    </>
  );
}
