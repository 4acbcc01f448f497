import { MapPin, Phone, UserRound } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, type BeforeCareQuestions, type Visit } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { useHeadingOfStep } from "../../hooks/focus";
import { countryName } from "../../lib/countries";
import { VisitForm } from "./VisitForm";

/** Where the patient is today. What was said last is confirmed with one press, or changed. */
export function VisitStep({ appointmentId, visit, doctor, onReady }: {
  appointmentId: string; visit: BeforeCareQuestions["visit"]; doctor: string; onReady: () => void;
}) {
  const [changing, setChanging] = useState(!visit.known?.address);
  const { send, busy, error } = useSending(appointmentId, onReady);
  const place = useHeadingOfStep<HTMLDivElement>(String(changing));
  return (
    <div ref={place}>
      {changing || !visit.known
        ? <VisitForm visit={visit} doctor={doctor} busy={busy} error={error} onSend={(said, cannotSay) => void send(said, cannotSay)} />
        : <StillThere known={visit.known} doctor={doctor} busy={busy} error={error} onYes={() => void send(visit.known as Visit, false)} onChange={() => setChanging(true)} />}
    </div>
  );
}

function useSending(appointmentId: string, onReady: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (said: Visit, cannotSay: boolean) => {
    setBusy(true);
    setError(null);
    try {
      await api.stateVisit(appointmentId, { visit: said, cannotSay });
      onReady();
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  };
  return { send, busy, error };
}

function StillThere({ known, doctor, busy, error, onYes, onChange }: {
  known: Visit; doctor: string; busy: boolean; error: unknown; onYes: () => void; onChange: () => void;
}) {
  const { t, i18n } = useTranslation();
  return (
    <section className="grid gap-5" data-testid="still-there">
      <h1 className="text-3xl font-bold">{t("care.still", { place: known.address })}</h1>
      <ul className="grid gap-3">
        <Line icon={<MapPin />}>{[known.address, known.country && countryName(known.country, i18n.language)].filter(Boolean).join(", ")}</Line>
        <Line icon={<Phone />}>{known.callBack ? t("care.plan", { name: doctor, number: known.callBack }) : t("care.noPlan")}</Line>
        {(known.contactName || known.contactPhone) && <Line icon={<UserRound />}>{t("care.contactLine", { contact: [known.contactName, known.contactPhone].filter(Boolean).join(", ") })}</Line>}
      </ul>
      {error !== null && <Failure error={error} />}
      <div className="flex flex-wrap gap-3">
        <Button large disabled={busy} data-testid="still-yes" onClick={onYes}>{t("care.stillYes")}</Button>
        <Button large look="calm" disabled={busy} data-testid="still-change" onClick={onChange}>{t("care.change")}</Button>
      </div>
    </section>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return <li className="flex items-start gap-3"><span aria-hidden="true" className="mt-0.5 shrink-0 text-ink-soft">{icon}</span><span className="min-w-0 break-words">{children}</span></li>;
}
