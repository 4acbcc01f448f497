import { MapPin, Phone, UserRound } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, type BeforeCareQuestions, type Visit } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { useHeadingOfStep } from "../../hooks/focus";
import { countryName } from "../../lib/countries";
import { ConsentText } from "./ConsentStep";
import type { Say } from "./use-consent-answer";
import { VisitForm } from "./VisitForm";

/** Agreement to care by video, where it is asked on the same screen. */
interface Agreement { consent: BeforeCareQuestions["consent"]; say: Say }

/** Where the patient is today. What was said last is confirmed with one press, or changed. */
export function VisitStep({ appointmentId, visit, doctor, agreement, onReady }: {
  appointmentId: string; visit: BeforeCareQuestions["visit"]; doctor: string; agreement: Agreement | null; onReady: () => void;
}) {
  const [changing, setChanging] = useState(!visit.known?.address);
  const { send, decline, busy, error } = useSending(appointmentId, agreement, onReady);
  const place = useHeadingOfStep<HTMLDivElement>(String(changing));
  const asked = { doctor, busy, error, heading: agreement ? "h2" : "h1", onDecline: agreement && (() => void decline()) } as const;
  return (
    <div className="grid gap-8">
      {agreement && <ConsentText consent={agreement.consent} />}
      <div ref={place}>
        {changing || !visit.known
          ? <VisitForm {...asked} visit={visit} onSend={(said, cannotSay) => void send(said, cannotSay)} />
          : <StillThere {...asked} known={visit.known} onYes={() => void send(visit.known as Visit, false)} onChange={() => setChanging(true)} />}
      </div>
    </div>
  );
}

function useSending(appointmentId: string, agreement: Agreement | null, onReady: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const trying = async (what: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await what();
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  };
  const send = (visit: Visit, cannotSay: boolean) => trying(async () => {
    await agreement?.say("GIVEN");
    await api.stateVisit(appointmentId, { visit, cannotSay });
    onReady();
  });
  const decline = () => trying(async () => agreement?.say("DECLINED"));
  return { send, decline, busy, error };
}

function StillThere({ known, doctor, heading: Heading, busy, error, onYes, onChange, onDecline }: {
  known: Visit; doctor: string; heading: "h1" | "h2"; busy: boolean; error: unknown;
  onYes: () => void; onChange: () => void; onDecline: (() => void) | null;
}) {
  const { t, i18n } = useTranslation();
  return (
    <section className="grid gap-5" data-testid="still-there">
      <Heading className="text-3xl font-bold">{t("care.still", { place: known.address })}</Heading>
      <ul className="grid gap-3">
        <Line icon={<MapPin />}>{[known.address, known.country && countryName(known.country, i18n.language)].filter(Boolean).join(", ")}</Line>
        <Line icon={<Phone />}>{known.callBack ? t("care.plan", { name: doctor, number: known.callBack }) : t("care.noPlan")}</Line>
        {(known.contactName || known.contactPhone) && <Line icon={<UserRound />}>{t("care.contactLine", { contact: [known.contactName, known.contactPhone].filter(Boolean).join(", ") })}</Line>}
      </ul>
      {error !== null && <Failure error={error} />}
      <div className="flex flex-wrap gap-3">
        <Button large disabled={busy} data-testid="still-yes" onClick={onYes}>{t(onDecline ? "care.stillAgree" : "care.stillYes")}</Button>
        <Button large look="calm" disabled={busy} data-testid="still-change" onClick={onChange}>{t("care.change")}</Button>
        {onDecline && <Button large look="plain" disabled={busy} data-testid="consent-decline" onClick={onDecline}>{t("care.decline")}</Button>}
      </div>
    </section>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return <li className="flex items-start gap-3"><span aria-hidden="true" className="mt-0.5 shrink-0 text-ink-soft">{icon}</span><span className="min-w-0 break-words">{children}</span></li>;
}
