import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { api } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Notice } from "../../components/Notice";
import { useNow } from "../../hooks/useNow";
import { timeWords } from "../../lib/time-words";

/** The demo's pretend checkout. */
export function CheckoutPage() {
  const { t, i18n } = useTranslation();
  const { appointmentId = "" } = useParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const now = useNow(0, 60_000);
  const appointment = useQuery({ queryKey: ["appointment", appointmentId], queryFn: () => api.appointment(appointmentId) });
  const [error, setError] = useState<unknown>(null);
  if (appointment.error) return <Failure error={appointment.error} />;
  if (!appointment.data) return null;
  const { payment, doctor, start } = appointment.data;
  const price = new Intl.NumberFormat(i18n.language, { style: "currency", currency: payment.currency }).format(payment.amountMinor / 100);
  const pay = async () => {
    try {
      await api.demoCheckout(appointmentId);
      await queries.invalidateQueries({ queryKey: ["appointments"] });
      await navigate("/");
    } catch (refusal) {
      setError(refusal);
    }
  };
  return (
    <div className="grid max-w-xl gap-5">
      <h1 className="text-3xl font-bold">{t("checkout.title")}</h1>
      <p>{doctor.name} · {timeWords(t, start, now, i18n.language)}</p>
      <p className="text-4xl font-bold">{price}</p>
      <Notice tone="warn">{t("checkout.pretend")}</Notice>
      {error !== null && <Failure error={error} />}
      <Button large data-testid="pay" onClick={() => void pay()}>{t("checkout.pay", { price })}</Button>
    </div>
  );
}
