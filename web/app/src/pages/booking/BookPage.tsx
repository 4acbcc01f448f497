import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { api } from "../../api";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { useHeadingOfStep } from "../../hooks/focus";
import { useTitle } from "../../hooks/useTitle";
import { ChooseDoctor } from "./ChooseDoctor";
import { ChoosePatient } from "./ChoosePatient";
import { ChooseTime } from "./ChooseTime";
import { MoveTo } from "./MoveTo";
import { Reason } from "./Reason";

/**
 * A1: whom, when, what about; then the checkout. One thing a screen, and the address says how far one is: the way back is the
 * browser's, and a link may begin in the middle (`?doctor=…&from=…&start=…`, `?move=…`).
 */
export default function BookPage() {
  const { t } = useTranslation();
  const { user } = useSession();
  const [query, setQuery] = useSearchParams();
  const asked = Object.fromEntries(query);
  const go = (more: Record<string, string>) => setQuery({ ...asked, ...more });
  const without = (...keys: string[]) => setQuery(Object.fromEntries(Object.entries(asked).filter(([key]) => !keys.includes(key))));
  const moving = useQuery({ queryKey: ["appointment", asked["move"] ?? ""], queryFn: () => api.appointment(asked["move"] ?? ""), enabled: Boolean(asked["move"]) });
  const doctors = useQuery({ queryKey: ["doctors"], queryFn: () => api.doctors() });
  useTitle(t(asked["move"] ? "booking.move.title" : "booking.title"));

  const failed = doctors.error ?? moving.error;
  if (failed) return <Failure error={failed} onRetry={() => void (doctors.error ? doctors : moving).refetch()} />;
  if (!doctors.data || (asked["move"] && !moving.data)) return <Skeleton className="h-96" />;
  const staff = user.role === "ADMIN";
  const wanted = moving.data?.doctor.id ?? asked["doctor"];
  const doctor = doctors.data.find(({ id }) => id === wanted);
  const { start, patient } = asked;
  const forWhom = staff && !moving.data;
  const steps = moving.data ? 2 : forWhom ? 4 : 3;
  const offset = forWhom ? 1 : 0;
  const frame = (at: number, onBack: (() => void) | null) => ({ at, of: steps, onBack });

  if (forWhom && !patient) return <Step title={t("booking.patient.title")} {...frame(1, null)}><ChoosePatient onChoose={(id) => go({ patient: id })} /></Step>;
  if (moving.data && !doctor) return <Step title={t("booking.move.title")} {...frame(1, null)}><p>{t("booking.move.gone")}</p></Step>;
  if (!doctor) return <Step title={t("booking.doctor.title")} {...frame(1 + offset, forWhom ? () => without("patient") : null)}><ChooseDoctor doctors={doctors.data} onChoose={(id) => go({ doctor: id })} /></Step>;
  if (!start) {
    return (
      <Step title={t(moving.data ? "booking.move.title" : "booking.time.title")} {...frame(moving.data ? 1 : 2 + offset, moving.data ? null : () => without("doctor", "from"))}>
        <ChooseTime doctor={doctor} from={asked["from"] ?? null} moving={moving.data ?? null} onChoose={(time) => go({ start: time })} onFrom={(from) => go({ from })} />
      </Step>
    );
  }
  const again = () => without("start");
  return moving.data
    ? <Step title={t("booking.move.confirm")} {...frame(2, again)}><MoveTo appointment={moving.data} start={start} onTaken={again} onOther={(time) => go({ start: time })} /></Step>
    : <Step title={t("booking.why.title")} {...frame(3 + offset, again)}><Reason doctor={doctor} start={start} patient={patient ?? null} onOther={(time) => (time ? go({ start: time }) : again())} /></Step>;
}

function Step({ title, at, of, onBack, children }: { title: string; at: number; of: number; onBack: (() => void) | null; children: React.ReactNode }) {
  const { t } = useTranslation();
  const step = useHeadingOfStep<HTMLDivElement>(at);
  return (
    <div ref={step} className="grid gap-5" data-testid={`step-${at}`}>
      <header className="grid justify-items-start gap-1">
        {onBack && <Button look="plain" className="-ms-5" data-testid="back" onClick={onBack}><ArrowLeft size={18} aria-hidden="true" className="rtl:-scale-x-100" />{t("booking.back")}</Button>}
        <p className="text-base text-ink-soft">{t("booking.step", { at, of })}</p>
        <h1 className="text-3xl font-bold">{title}</h1>
      </header>
      {children}
    </div>
  );
}
