import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CircleCheck } from "lucide-react";
import { Link, useNavigate, useParams } from "react-router";
import { api } from "../../api";
import { Avatar } from "../../components/Avatar";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { useNow } from "../../hooks/useNow";
import { useTitle } from "../../hooks/useTitle";
import { timeWords } from "../../lib/time-words";

/** The demo's pretend checkout. */
export function CheckoutPage() {
  const { t, i18n } = useTranslation();
  const { appointmentId = "" } = useParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const now = useNow(0, 60_000);
  useTitle(t("checkout.title"));
  const appointment = useQuery({ queryKey: ["appointment", appointmentId], queryFn: () => api.appointment(appointmentId) });
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  if (appointment.error) return <Failure error={appointment.error} onRetry={() => void appointment.refetch()} />;
  if (!appointment.data) return <Skeleton className="h-64" />;
  const { payment, doctor, start } = appointment.data;
  const price = new Intl.NumberFormat(i18n.language, { style: "currency", currency: payment.currency }).format(payment.amountMinor / 100);
  const pay = async () => {
    setBusy(true);
    try {
      await api.demoCheckout(appointmentId);
      await queries.invalidateQueries({ queryKey: ["appointments"] });
      await navigate("/");
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid max-w-xl gap-5">
      <h1 className="text-3xl font-bold">{t("checkout.title")}</h1>
      <div className="grid gap-4 rounded-card bg-surface p-6 sm:p-8">
        <div className="flex items-center gap-4">
          <Avatar name={doctor.name} />
          <p><span className="block font-semibold">{doctor.name}</span><span className="text-ink-soft">{doctor.about}</span></p>
        </div>
        <p className="first-letter:uppercase">{timeWords(t, start, now, i18n.language)}</p>
        <p className="text-4xl font-bold">{price}</p>
        {payment.status === "UNPAID"
          ? <Button large disabled={busy} data-testid="pay" onClick={() => void pay()}>{t("checkout.pay", { price })}</Button>
          : <p className="flex items-center gap-2 font-semibold text-good"><CircleCheck aria-hidden="true" />{t("errors.ALREADY_PAID")}</p>}
      </div>
      {error !== null && <Failure error={error} />}
      <p className="text-base text-ink-soft">{t("checkout.pretend")}</p>
      <Link to="/" className="justify-self-start text-primary underline">{t("after.next")}</Link>
    </div>
  );
}
