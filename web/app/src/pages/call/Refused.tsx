import { CalendarX2, Clock, CreditCard, MonitorCheck } from "lucide-react";
import { lazy, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, Refusal } from "../../api";
import { useSession } from "../../app/session";
import { ClinicContact } from "../../components/ClinicContact";
import { LaterPage } from "../../components/Later";
import { refusalWords } from "../../components/Failure";
import { LinkButton } from "../../components/LinkButton";
import { Loading } from "../../components/Loading";
import { useTitle } from "../../hooks/useTitle";
import { addWords } from "../../i18n";
import { AT_THE_DOOR } from "../../lib/right-button";
import { useLetIn } from "./use-let-in";

const BeforeCare = lazy(async () => {
  await addWords("care");
  return import("../before-care/BeforeCare");
});

const OVER = ["CONSULTATION_ENDED", "TOO_LATE", "APPOINTMENT_CANCELLED"];

/** Why somebody may not come in, from when they may, and what to do until then. Who is only early is let in on time. */
export function Refused({ appointmentId, onAgain }: { appointmentId: string; onAgain: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { user } = useSession();
  useTitle(t("waiting.title"));
  const [why, setWhy] = useState<unknown>(null);
  useEffect(() => {
    api.enter(appointmentId).then(onAgain, (refusal: unknown) => {
      if (refusal instanceof Refusal && OVER.includes(refusal.code)) void navigate(`/appointments/${appointmentId}/after`, { replace: true });
      else setWhy(refusal);
    });
  }, [appointmentId, navigate, onAgain]);
  const opensAt = why instanceof Refusal && typeof why.details["opensAt"] === "string" ? why.details["opensAt"] : null;
  useLetIn(appointmentId, opensAt, onAgain);
  if (!why) return <Loading />;
  const code = why instanceof Refusal ? why.code : "";
  if (AT_THE_DOOR.includes(code)) return <LaterPage><BeforeCare appointmentId={appointmentId} onReady={onAgain} /></LaterPage>;
  const Icon = { TOO_EARLY: Clock, NOT_PAID: CreditCard }[code] ?? CalendarX2;
  return (
    <main className="mx-auto grid min-h-dvh max-w-xl content-center justify-items-start gap-5 p-6" data-testid="refused" data-code={code}>
      <Icon aria-hidden="true" size={44} strokeWidth={1.5} className="text-ink-soft" />
      <h1 className="text-3xl font-bold">{t(`refused.${code}`, { defaultValue: t("refused.other") })}</h1>
      <p role="alert">{refusalWords(t, why, user.role)}{opensAt && ` ${t("refused.byItself")}`}</p>
      <div className="flex flex-wrap gap-3">
        {code === "TOO_EARLY" && <LinkButton large to={`/device-check?appointment=${appointmentId}`}><MonitorCheck size={20} aria-hidden="true" />{t("appointment.test")}</LinkButton>}
        {code === "NOT_PAID" && user.role === "PATIENT" && <LinkButton large to={`/checkout/${appointmentId}`}><CreditCard size={20} aria-hidden="true" />{t("appointment.pay")}</LinkButton>}
        <LinkButton large look="calm" to="/">{t("common.appointments")}</LinkButton>
      </div>
      <p className="text-ink-soft"><ClinicContact /></p>
    </main>
  );
}
