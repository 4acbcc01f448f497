import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { api, Refusal, type PaymentState } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { Notice } from "../../components/Notice";
import { useNow } from "../../hooks/useNow";
import { useTitle } from "../../hooks/useTitle";
import { priceWords } from "../../lib/price-words";
import { paymentQuery } from "./payment-query";
import { Summary } from "./Summary";

/** A2: what is to be paid, and the one button that goes where it is paid. */
export default function CheckoutPage() {
  const { t } = useTranslation();
  const { appointmentId = "" } = useParams();
  const [query] = useSearchParams();
  useTitle(t("checkout.title"));
  const payment = useQuery({ ...paymentQuery(appointmentId), refetchInterval: 30_000 });
  if (payment.error && !payment.data) return <Failure error={payment.error} onRetry={() => void payment.refetch()} />;
  if (!payment.data) return <Skeleton className="h-64" />;
  return (
    <div className="grid max-w-xl gap-5">
      <h1 className="text-3xl font-bold">{t("checkout.title")}</h1>
      <Before payment={payment.data} back={query.has("back")} />
      <div className="grid gap-4 rounded-card bg-surface p-6 sm:p-8">
        <Summary payment={payment.data} />
        <Hold until={payment.data.heldUntil} />
        <Now payment={payment.data} appointmentId={appointmentId} />
      </div>
      {payment.data.way === "stripe" && <p className="text-base text-ink-soft">{t("paying.stripe")}</p>}
      {payment.data.way === "demo" && <p className="text-base text-ink-soft">{t("checkout.pretend")}</p>}
      <Link to="/" className="inline-flex min-h-11 items-center justify-self-start text-primary underline">{t("paying.toAppointments")}</Link>
    </div>
  );
}

/** How an earlier try ended. */
function Before({ payment: { status, latestTry }, back }: { payment: PaymentState; back: boolean }) {
  const { t } = useTranslation();
  if (status !== "UNPAID") return null;
  if (latestTry === "FAILED") return <Notice tone="warn" testId="payment-failed">{t("paying.failed")}</Notice>;
  if (latestTry === "EXPIRED") return <Notice testId="payment-expired">{t("paying.expired")}</Notice>;
  return back && latestTry === "OPEN" ? <Notice testId="payment-back">{t("paying.back")}</Notice> : null;
}

/** How long the time is still kept. */
function Hold({ until }: { until: string | null }) {
  const { t } = useTranslation();
  const now = useNow(0, 1_000);
  if (!until) return null;
  const minutes = Math.ceil((Date.parse(until) - now) / 60_000);
  return minutes > 0
    ? <p data-testid="hold">{t("paying.hold", { count: minutes })}</p>
    : <Notice tone="warn" testId="hold-over">{t("paying.holdOver")}</Notice>;
}

function Now({ payment, appointmentId }: { payment: PaymentState; appointmentId: string }) {
  const { t, i18n } = useTranslation();
  if (payment.status !== "UNPAID") {
    return <p className="flex items-center gap-2 font-semibold text-good" data-testid="payment-done"><CircleCheck aria-hidden="true" className="shrink-0" />{t(`paying.status.${payment.status}`)}</p>;
  }
  if (payment.cancelled) return <p className="font-semibold">{t("errors.APPOINTMENT_CANCELLED")}</p>;
  if (payment.latestTry === "PENDING") return <p className="font-semibold" data-testid="payment-pending">{t("paying.pending")}</p>;
  if (payment.way === "none") return <p className="font-semibold" data-testid="pay-at-clinic">{t("paying.none")}</p>;
  return <Pay appointmentId={appointmentId} price={priceWords(payment.amountMinor, payment.currency, i18n.language)} />;
}

function Pay({ appointmentId, price }: { appointmentId: string; price: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const pay = async () => {
    setBusy(true);
    setError(null);
    try {
      const { url } = await api.openCheckout(appointmentId);
      const page = new URL(url);
      if (page.origin === location.origin) await navigate(page.pathname);
      else location.assign(page.href);
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
      // Paid or cancelled meanwhile: the page says so by itself.
      if (refusal instanceof Refusal && refusal.final) await queries.invalidateQueries({ queryKey: ["payment", appointmentId] });
    }
  };
  return (
    <>
      <Button large disabled={busy} data-testid="pay" onClick={() => void pay()}>{t("checkout.pay", { price })}</Button>
      {error !== null && <Failure error={error} onRetry={() => void pay()} />}
    </>
  );
}
