import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api, type Appointment } from "../../api";

/** U8: who calls whom when the connection is cut, said while there is time to read it. */
export default function DisconnectPlan({ appointment }: { appointment: Appointment }) {
  const { t, i18n } = useTranslation();
  const asked = useQuery({ queryKey: ["care-plan", appointment.id, i18n.language], queryFn: () => api.beforeCare(appointment.id, i18n.language), staleTime: Infinity });
  const number = asked.data?.visit.known?.callBack;
  return (
    <div className="mt-3 grid gap-1 text-ink-soft">
      {asked.data && asked.data.visit.rule !== "NOT_ASKED" && <p data-testid="plan">{number ? t("care.plan", { name: appointment.doctor.name, number }) : t("care.noPlan")}</p>}
      {asked.data?.doctor.licence && <p>{t("care.licence", { licence: asked.data.doctor.licence })}</p>}
      <p><Link className="inline-flex min-h-11 items-center text-primary underline" to="/about-video" target="_blank">{t("care.about")}</Link></p>
    </div>
  );
}
