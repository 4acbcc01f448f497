import { useQuery } from "@tanstack/react-query";
import { CalendarX2, CircleCheck, DoorOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useParams } from "react-router";
import { api, type Appointment, type ConsultationSummary } from "../../api";
import { useSession } from "../../app/session";
import { Failure } from "../../components/Failure";
import { LinkButton } from "../../components/LinkButton";
import { Skeleton } from "../../components/Loading";
import { useNow } from "../../hooks/useNow";
import { useTitle } from "../../hooks/useTitle";
import { clock, timeWords } from "../../lib/time-words";
import { PrescriptionDesk } from "../prescription/PrescriptionDesk";
import { Agreed } from "./agreed/Agreed";
import { CallLog } from "./CallLog";
import { ChatHistory } from "./ChatHistory";
import { GivenRatings } from "./GivenRatings";
import { NewAppointment } from "./NewAppointment";
import { QualityReport } from "./QualityReport";
import { QualityWord } from "./QualityWord";
import { Receipt } from "./Receipt";
import { RatingForm } from "./RatingForm";
import { Recordings } from "./Recordings";

/** What was, how long, how it ended; a rating; what was recorded, what was written and what happened. */
export default function AfterCallPage() {
  const { t } = useTranslation();
  useTitle(t("after.title"));
  const { user } = useSession();
  const { appointmentId = "" } = useParams();
  const appointment = useQuery({ queryKey: ["appointment", appointmentId], queryFn: () => api.appointment(appointmentId) });
  const detail = useQuery({ queryKey: ["consultation", appointmentId], queryFn: () => api.consultation(appointmentId) });
  const error = appointment.error ?? detail.error;
  if (error) return <Failure error={error} onRetry={() => { void appointment.refetch(); void detail.refetch(); }} />;
  if (!appointment.data || !detail.data) return <Skeleton className="h-64" />;
  const { summary, log } = detail.data;
  // Nobody has come yet: there is nothing after it to show.
  if (summary.phase === "SCHEDULED" || summary.phase === "OPEN") return <Navigate to="/" replace />;
  const over = summary.phase === "ENDED";
  const held = summary.durationSeconds > 0;
  return (
    <div className="grid gap-10">
      <Outcome appointment={appointment.data} summary={summary} />
      {over && !held && <NewAppointment doctor={appointment.data.doctor.id} />}
      {(held || !over) && user.role !== "ADMIN" && <Agreed appointment={appointment.data} />}
      {(held || !over) && user.role !== "ADMIN" && (
        <section>
          <h2 className="mb-3 text-xl font-bold">{t("prescription.title")}</h2>
          <PrescriptionDesk appointmentId={appointmentId} patient={appointment.data.patient.name} asDoctor={user.role === "DOCTOR"} />
        </section>
      )}
      {over && user.role === "PATIENT" && <Receipt appointmentId={appointmentId} />}
      {over && held && user.role !== "ADMIN" && <RatingForm appointmentId={appointmentId} />}
      {over && held && user.role !== "PATIENT" && <GivenRatings appointment={appointment.data} />}
      {over && held && user.role === "DOCTOR" && <QualityReport appointment={appointment.data} />}
      {over && held && user.role === "PATIENT" && <QualityWord appointment={appointment.data} />}
      {user.role !== "ADMIN" && <Recordings videoCallId={summary.id} appointment={appointment.data} />}
      {user.role !== "ADMIN" && <ChatHistory appointmentId={appointmentId} />}
      <CallLog log={log} appointment={appointment.data} />
      <Link to="/" className="inline-flex min-h-11 items-center justify-self-start text-primary underline">{t("after.next")}</Link>
    </div>
  );
}

function Outcome({ appointment, summary }: { appointment: Appointment; summary: ConsultationSummary }) {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const now = useNow(0, 60_000);
  const other = user.role === "DOCTOR" ? appointment.patient : appointment.doctor;
  const over = summary.phase === "ENDED";
  const held = summary.durationSeconds > 0;
  const duration = t("appointment.duration", { minutes: Math.floor(summary.durationSeconds / 60), seconds: summary.durationSeconds % 60 });
  const Icon = !over ? DoorOpen : held ? CircleCheck : CalendarX2;
  return (
    <section className="grid gap-4">
      <Icon aria-hidden="true" size={44} strokeWidth={1.5} className={held && over ? "text-good" : "text-ink-soft"} />
      <h1 className="text-3xl font-bold" data-testid="after-title">{t(!over ? "after.left" : held ? "after.title" : "after.notHeld")}</h1>
      {!over && <p>{t("after.stillOpen", { time: clock(appointment.end, i18n.language) })}</p>}
      {summary.endReason && <p data-testid="end-reason" data-reason={summary.endReason}>{t(`after.reason.${summary.endReason}`, { context: user.role })}</p>}
      <dl className="flex flex-wrap gap-x-12 gap-y-3" data-testid="after-duration" data-seconds={summary.durationSeconds}>
        <Fact name={t("after.with")}>{other.name}</Fact>
        <Fact name={t("after.when")}><span className="inline-block first-letter:uppercase">{timeWords(t, appointment.start, now, i18n.language)}</span></Fact>
        {held && <Fact name={t("after.spoken")}>{duration}</Fact>}
      </dl>
      {!over && <p><LinkButton large to={`/call/${appointment.id}`} testId="rejoin">{t("after.rejoin")}</LinkButton></p>}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-base text-ink-soft">{name}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}
