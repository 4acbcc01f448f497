import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type BeforeCareQuestions } from "../../api";
import { Failure } from "../../components/Failure";
import { Loading } from "../../components/Loading";
import { LinkButton } from "../../components/LinkButton";
import { useHeadingOfStep } from "../../hooks/focus";
import { useTitle } from "../../hooks/useTitle";
import { ConsentStep, Declined } from "./ConsentStep";
import { useConsentAnswer } from "./use-consent-answer";
import { VisitStep } from "./VisitStep";

/**
 * What stands between the patient and the waiting room: agreement to care by video once, and where they are each time (U6, U8).
 * Who is asked both reads the wording first, and answers both with one press at the end.
 */
export default function BeforeCare({ appointmentId, onReady }: { appointmentId: string; onReady: () => void }) {
  const { t, i18n } = useTranslation();
  useTitle(t("care.title"));
  const asked = useQuery({ queryKey: ["before-care", appointmentId, i18n.language], queryFn: () => api.beforeCare(appointmentId, i18n.language) });
  const [saidNo, setSaidNo] = useState<boolean>();
  const answer = useConsentAnswer(asked.data?.consent);
  const agree = Boolean(asked.data?.consent.required && asked.data.consent.answer !== "GIVEN");
  const declined = agree && (saidNo ?? asked.data?.consent.answer === "DECLINED");
  const place = useHeadingOfStep<HTMLElement>(asked.data ? `${agree} ${declined}` : undefined);
  if (asked.error) return <main className="mx-auto max-w-xl p-6"><Failure error={asked.error} onRetry={() => void asked.refetch()} /></main>;
  if (!asked.data) return <Loading />;
  const { consent, visit, doctor } = asked.data;
  const say = async (said: "GIVEN" | "DECLINED") => {
    await answer(said);
    setSaidNo(said === "DECLINED");
  };
  return (
    <main ref={place} className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 p-6" data-testid="before-care">
      <header className="grid gap-1">
        <p className="text-ink-soft">{agree || !consent.required ? t("care.title") : t("care.last")}</p>
        <Doctor doctor={doctor} />
      </header>
      {declined
        ? <Declined onAgain={() => setSaidNo(false)} />
        : agree && (visit.rule === "NOT_ASKED" || visit.stated)
          ? <ConsentStep consent={consent} onSay={say} onAgreed={onReady} />
          : <VisitStep key={visit.known?.address ?? ""} appointmentId={appointmentId} visit={visit} doctor={doctor.name} agreement={agree ? { consent, say } : null} onReady={onReady} />}
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
