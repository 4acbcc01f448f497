import { useQuery } from "@tanstack/react-query";
import { FilePlus2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { prescriptions } from "../../api/prescriptions";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { takeLostFocus } from "../../hooks/focus";
import { AllergyNote } from "./AllergyNote";
import { DraftEditor } from "./DraftEditor";
import { SignedPrescription } from "./SignedPrescription";

/** How often a patient's page looks whether something was signed. */
const NEWS = 15_000;

/** What is prescribed in an appointment: the doctor writes, the patient reads. */
export function PrescriptionDesk({ appointmentId, patient, asDoctor }: { appointmentId: string; patient: string; asDoctor: boolean }) {
  const { t } = useTranslation();
  const sheet = useQuery({ queryKey: ["prescriptions", appointmentId], queryFn: () => prescriptions.of(appointmentId), refetchInterval: asDoctor ? false : NEWS });
  // What is being typed stays as it is when the list comes anew; a step of the doctor begins afresh.
  const [step, setStep] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const desk = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (step > 0) takeLostFocus(desk.current?.querySelector<HTMLElement>("[data-testid=draft] input, article") ?? desk.current);
  }, [step]);
  if (sheet.error && !sheet.data) return <Failure error={sheet.error} onRetry={() => void sheet.refetch()} />;
  if (!sheet.data) return <Skeleton className="h-32" />;
  const { writable, prescriptions: all } = sheet.data;
  const changed = () => { setError(null); void sheet.refetch().then(() => setStep((n) => n + 1)); };
  const open = all.find((one) => one.draft);
  const start = () => { void prescriptions.start(appointmentId).then(changed, setError); };
  return (
    <div ref={desk} className="grid gap-4">
      <AllergyNote appointmentId={appointmentId} />
      {open?.draft && <DraftEditor key={`${open.id} ${step}`} draft={open.draft} appointmentId={appointmentId} patient={patient} correction={open.versions.length > 0} onDone={changed} />}
      {all.filter((one) => one.versions.length > 0).map((one) => <SignedPrescription key={one.id} prescription={one} asDoctor={asDoctor} writable={writable} onChanged={changed} />)}
      {all.length === 0 && <p className="text-ink-soft">{t(asDoctor ? "prescription.noneYet" : "prescription.none")}</p>}
      {error !== null && <Failure error={error} />}
      {asDoctor && writable && !open && <Button look="calm" className="justify-self-start" data-testid="write-prescription" onClick={start}><FilePlus2 size={20} aria-hidden="true" />{t("prescription.write")}</Button>}
      {asDoctor && !writable && <p className="text-base text-ink-soft">{t("errors.PRESCRIBING_CLOSED")}</p>}
    </div>
  );
}
