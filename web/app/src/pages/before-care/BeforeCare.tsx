import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type BeforeCareQuestions } from "../../api";
import { Failure } from "../../components/Failure";
import { Loading } from "../../components/Loading";
import { LinkButton } from "../../components/LinkButton";
import { useHeadingOfStep } from "../../hooks/focus";
import { useTitle } from "../../hooks/useTitle";
import { ConsentStep } from "./ConsentStep";
import { VisitStep } from "./VisitStep";

export const beforeCareKey = (id: string) => ["before-care", id];

/** What stands between the patient and the waiting room: agreement to care by video once, and where they are each time (U6, U8). */
export default function BeforeCare({ appointmentId, onReady }: { appointmentId: string; onReady: () => void }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  useTitle(t("care.title"));
  const asked = useQuery({ queryKey: [...beforeCareKey(appointmentId), i18n.language], queryFn: () => api.beforeCare(appointmentId, i18n.language) });
  const agree = Boolean(asked.data?.consent.required && asked.data.consent.answer !== "GIVEN");
  const place = useHeadingOfStep<HTMLElement>(asked.data ? String(agree) : undefined);
  if (asked.error) return <main className="mx-auto max-w-xl p-6"><Failure error={asked.error} onRetry={() => void asked.refetch()} /></main>;
  if (!asked.data) return <Loading />;
  const { consent, visit, doctor } = asked.data;
  const steps = agree && visit.rule !== "NOT_ASKED" && !visit.stated;
  const answered = async () => {
    if (visit.rule === "NOT_ASKED" || visit.stated) onReady();
    else await queries.invalidateQueries({ queryKey: beforeCareKey(appointmentId) });
  };
  return (
    <main ref={place} className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 p-6" data-testid="before-care">
      <header className="grid gap-1">
        <p className="text-ink-soft">{steps ? t("care.step", { step: 1 }) : agree ? t("care.title") : consent.required ? t("care.last") : t("care.title")}</p>
        <Doctor doctor={doctor} />
      </header>
      {agree
        ? <ConsentStep consent={consent} onAnswered={() => void answered()} />
        : <VisitStep key={visit.known?.address ?? ""} appointmentId={appointmentId} visit={visit} doctor={doctor.name} onReady={onReady} />}
      <p className="flex flex-wrap gap-3 border-t border-line pt-4">
        <LinkButton look="plain" to="/about-video">{t("care.about")}</LinkButton>
        <LinkButton look="plain" to="/">{t("care.later")}</LinkButton>
      </p>
    </main>
  );
}

/** U7: the patient knows whom they will see, and that they may practise. */
function Doctor({ doctor }: { doctor: BeforeCareQuestions["doctor"] }) {
  const { t } = useTranslation();
  return (
    <p className="font-semibold">
      {t("care.with", { name: doctor.name })}
      <span className="block font-normal text-ink-soft">
        {[doctor.about, doctor.licence && t("care.licence", { licence: doctor.licence })].filter(Boolean).join(" · ")}
      </span>
    </p>
  );
}
