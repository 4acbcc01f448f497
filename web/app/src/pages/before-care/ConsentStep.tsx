import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type BeforeCareQuestions } from "../../api";
import { Button } from "../../components/Button";
import { ClinicContact } from "../../components/ClinicContact";
import { Failure } from "../../components/Failure";
import { Notice } from "../../components/Notice";
import { useHeadingOfStep } from "../../hooks/focus";

/** The wording of today, and a free answer. Whoever says no is told what they can do instead. */
export function ConsentStep({ consent, onAnswered }: { consent: BeforeCareQuestions["consent"]; onAnswered: () => void }) {
  const { t } = useTranslation();
  const [declined, setDeclined] = useState(consent.answer === "DECLINED");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const place = useHeadingOfStep<HTMLDivElement>(String(declined));
  const say = async (answer: "GIVEN" | "DECLINED") => {
    setBusy(true);
    setError(null);
    try {
      await api.answerConsent({ version: consent.version, language: consent.language, answer });
      if (answer === "GIVEN") onAnswered();
      else setDeclined(true);
    } catch (refusal) {
      setError(refusal);
    }
    setBusy(false);
  };
  return (
    <div ref={place}>
      {declined ? <Declined onAgain={() => setDeclined(false)} /> : (
        <section aria-labelledby="consent-title" className="grid gap-4">
          <h1 id="consent-title" className="text-3xl font-bold">{consent.title}</h1>
          <div lang={consent.language} className="grid gap-3" data-testid="consent-text">
            {consent.paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
          </div>
          {error !== null && <Failure error={error} />}
          <div className="flex flex-wrap gap-3">
            <Button large disabled={busy} data-testid="consent-agree" onClick={() => void say("GIVEN")}>{t("care.agree")}</Button>
            <Button large look="plain" disabled={busy} data-testid="consent-decline" onClick={() => void say("DECLINED")}>{t("care.decline")}</Button>
          </div>
        </section>
      )}
    </div>
  );
}

function Declined({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="grid gap-4" data-testid="consent-declined">
      <h1 className="text-3xl font-bold">{t("care.declined")}</h1>
      <p>{t("care.declinedHelp")}</p>
      <Notice><ClinicContact /> {t("care.declinedCall")}</Notice>
      <p><Button look="calm" large data-testid="consent-again" onClick={onAgain}>{t("care.readAgain")}</Button></p>
    </section>
  );
}
