import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { api } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { LinkButton } from "../../components/LinkButton";
import { Skeleton } from "../../components/Loading";
import { useTitle } from "../../hooks/useTitle";
import { priceWords } from "../../lib/price-words";
import { paymentQuery } from "./payment-query";
import { Summary } from "./Summary";

/** The demo's pretend bank: what Stripe's page is elsewhere. */
export default function PretendPage() {
  const { t, i18n } = useTranslation();
  const { appointmentId = "" } = useParams();
  const navigate = useNavigate();
  useTitle(t("paying.pretendTitle"));
  const payment = useQuery(paymentQuery(appointmentId));
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  if (payment.error && !payment.data) return <Failure error={payment.error} onRetry={() => void payment.refetch()} />;
  if (!payment.data) return <Skeleton className="h-64" />;
  const price = priceWords(payment.data.amountMinor, payment.data.currency, i18n.language);
  const pay = async () => {
    setBusy(true);
    try {
      await api.demoCheckout(appointmentId);
      await navigate(`/checkout/${appointmentId}/done`, { replace: true });
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  };
  return (
    <div className="grid max-w-xl gap-5">
      <h1 className="text-3xl font-bold">{t("paying.pretendTitle")}</h1>
      <p className="text-ink-soft">{t("checkout.pretend")}</p>
      <div className="grid gap-4 rounded-card border-2 border-dashed border-line-strong bg-surface p-6 sm:p-8">
        <Summary payment={payment.data} />
        <Button large disabled={busy} data-testid="pretend-pay" onClick={() => void pay()}>{t("paying.pretendPay", { price })}</Button>
        <LinkButton to={`/checkout/${appointmentId}?back`} look="plain" testId="pretend-back">{t("paying.pretendBack")}</LinkButton>
      </div>
      {error !== null && <Failure error={error} />}
    </div>
  );
}
