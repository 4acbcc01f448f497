import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Appointment } from "../../api";
import { useSession } from "../../app/session";
import { Failure } from "../../components/Failure";
import { Later } from "../../components/Later";
import { LinkButton } from "../../components/LinkButton";
import { Skeleton } from "../../components/Loading";
import { useNow } from "../../hooks/useNow";
import { useStore } from "../../hooks/useStore";
import { useTitle } from "../../hooks/useTitle";
import { addWords } from "../../i18n";
import { AppointmentRow } from "./AppointmentRow";
import { DayList } from "./DayList";
import { NextAppointment } from "./NextAppointment";

const CALM = 200;
/** Not part of the first screen: one comes with a click, the other is for doctors only and below all else. */
const CancelAppointment = lazy(() => Promise.all([import("./CancelAppointment"), addWords("booking")]).then(([file]) => ({ default: file.CancelAppointment })));
const RingWhenClosed = lazy(() => import("./RingWhenClosed").then((file) => ({ default: file.RingWhenClosed })));

/** What matters now, large, with the one right button; the rest below, day by day. */
export function HomePage() {
  const { t } = useTranslation();
  const { user, lobby } = useSession();
  const { consultations, clockOffset } = useStore(lobby.store);
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ["appointments", "upcoming"], queryFn: () => api.appointments("upcoming"), refetchInterval: 30_000 });
  const now = useNow(clockOffset);
  const [cancelling, setCancelling] = useState<Appointment | null>(null);
  useTitle(t("common.appointments"));

  // What the socket tells is newer than what was loaded. It tells several things in a row, and the last is the one that counts.
  useEffect(() => {
    const later = setTimeout(() => void queries.invalidateQueries({ queryKey: ["appointments"] }), CALM);
    return () => clearTimeout(later);
  }, [consultations, queries]);

  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton className="h-64" />;
  const doctor = user.role === "DOCTOR";
  const large = list.data.filter((one, at) => at === 0 || isWaitedFor(one, user.id));
  const others = list.data.filter((one) => !large.includes(one));
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl font-bold">{doctor ? t("appointment.desk") : t("appointment.next")}</h1>
        {!doctor && <LinkButton to="/book" look="calm" testId="book-new">{t("after.book")}</LinkButton>}
      </div>
      {large.length === 0 ? <Nothing /> : <ul className="grid gap-4">{large.map((one) => <li key={one.id}><NextAppointment appointment={one} now={now} onCancel={setCancelling} /></li>)}</ul>}
      {others.length > 0 && (
        <div className="mt-10">
          <DayList appointments={others} now={now} nowLine={doctor}>{(one) => <AppointmentRow appointment={one} now={now} onCancel={setCancelling} />}</DayList>
        </div>
      )}
      {doctor && <Later without={null}><RingWhenClosed /></Later>}
      {cancelling && <Later><CancelAppointment appointment={cancelling} now={now} onDone={() => setCancelling(null)} /></Later>}
    </>
  );
}

/** Somebody sits in the waiting room: that is never a line among others. */
function isWaitedFor({ consultation }: Appointment, me: string): boolean {
  return consultation?.phase === "WAITING" && !consultation.present.includes(me) && consultation.present.length > 0;
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <div className="rounded-card bg-surface p-6 sm:p-10">
      <p className="text-xl font-semibold">{t("appointment.none")}</p>
      <p className="text-ink-soft">{t("appointment.noneHelp")}</p>
    </div>
  );
}
