import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BeforeCareQuestions } from "../../api";
import { Button } from "../../components/Button";
import { ClinicContact } from "../../components/ClinicContact";
import { Failure } from "../../components/Failure";
import { Notice } from "../../components/Notice";
import type { Say } from "./use-consent-answer";

type Consent = BeforeCareQuestions["consent"];

/** The wording of today, as it is recorded with the answer. */
export function ConsentText({ consent }: { consent: Consent }) {
  return (
    <section aria-labelledby="consent-title" className="grid gap-4">
      <h1 id="consent-title" lang={consent.language} className="text-3xl font-bold">{consent.title}</h1>
      <div lang={consent.language} className="grid gap-3" data-testid="consent-text">
        {consent.paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
      </div>
    </section>
  );
}

/** The wording and a free answer, where nothing else is asked. */
export function ConsentStep({ consent, onSay, onAgreed }: { consent: Consent; onSay: Say; onAgreed: () => void }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const say = async (answer: "GIVEN" | "DECLINED") => {
    setBusy(true);
    setError(null);
    try {
      await onSay(answer);
      if (answer === "GIVEN") onAgreed();
    } catch (refusal) {
      setError(refusal);
    }
    setBusy(false);
  };
  return (
    <div className="grid gap-4">
      <ConsentText consent={consent} />
      {error !== null && <Failure error={error} />}
      <div className="flex flex-wrap gap-3">
        <Button large disabled={busy} data-testid="consent-agree" onClick={() => void say("GIVEN")}>{t("care.agree")}</Button>
        <Button large look="plain" disabled={busy} data-testid="consent-decline" onClick={() => void say("DECLINED")}>{t("care.decline")}</Button>
      </div>
    </div>
  );
}

/** Whoever says no is told what they can do instead. */
export function Declined({ onAgain }: { onAgain: () => void }) {
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
