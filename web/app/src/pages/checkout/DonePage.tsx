import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, Download, Hourglass } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { PaymentState } from "../../api";
import { Failure } from "../../components/Failure";
import { LinkButton } from "../../components/LinkButton";
import { Skeleton } from "../../components/Loading";
import { Notice } from "../../components/Notice";
import { useTitle } from "../../hooks/useTitle";
import { nextLook, takesLong } from "./patience";
import { paymentQuery } from "./payment-query";
import { Summary } from "./Summary";

/** A2: back from paying. The bank's word comes by itself; until then the page says honestly that it waits. */
export default function DonePage() {
  const { t } = useTranslation();
  const { appointmentId = "" } = useParams();
  const since = useState(() => Date.now())[0];
  const queries = useQueryClient();
  const payment = useQuery({
    ...paymentQuery(appointmentId),
    refetchInterval: ({ state }) => (settled(state.data) ? false : nextLook(Date.now() - since)),
    refetchIntervalInBackground: true,
  });
  const over = settled(payment.data);
  useTitle(t(over ? "checkout.title" : "paying.waitTitle"));
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: ["appointments"] });
  }, [over, queries]);
  if (payment.error && !payment.data) return <Failure error={payment.error} onRetry={() => void payment.refetch()} />;
  if (!payment.data) return <Skeleton className="h-64" />;
  return (
    <div className="grid max-w-xl gap-5">
      <Outcome payment={payment.data} appointmentId={appointmentId} long={takesLong(Date.now() - since)} />
      <div className="grid gap-4 rounded-card bg-surface p-6 sm:p-8"><Summary payment={payment.data} /></div>
      <Next payment={payment.data} appointmentId={appointmentId} />
    </div>
  );
}

/** Nothing more will come that the page should wait for. */
function settled(payment: PaymentState | undefined): boolean {
  return payment !== undefined && (payment.status !== "UNPAID" || payment.latestTry === "FAILED" || payment.latestTry === "EXPIRED");
}

function Outcome({ payment, appointmentId, long }: { payment: PaymentState; appointmentId: string; long: boolean }) {
  const { t } = useTranslation();
  if (payment.status !== "UNPAID") {
    const good = payment.status === "PAID";
    return (
      <div role="status" data-testid="payment-outcome" data-status={payment.status}>
        <h1 className={`flex items-center gap-3 text-3xl font-bold ${good ? "text-good" : ""}`}>{good && <CircleCheck aria-hidden="true" size={34} className="shrink-0" />}{t(`paying.title.${payment.status}`)}</h1>
        <p className="mt-2">{t(`paying.status.${payment.status}`)}</p>
        {payment.receipt && <a href={`/api/v1/appointments/${appointmentId}/receipt.pdf`} download data-testid="receipt" className="mt-2 inline-flex min-h-11 items-center gap-2 text-primary underline"><Download aria-hidden="true" size={20} />{t("paying.receipt", { number: payment.receipt })}</a>}
      </div>
    );
  }
  if (payment.latestTry === "FAILED" || payment.latestTry === "EXPIRED") {
    return (
      <>
        <h1 className="text-3xl font-bold">{t("paying.failedTitle")}</h1>
        <Notice tone="warn" testId="payment-failed">{t(payment.latestTry === "FAILED" ? "paying.failed" : "paying.expired")}</Notice>
      </>
    );
  }
  return (
    <div role="status" data-testid="payment-waiting">
      <h1 className="flex items-center gap-3 text-3xl font-bold"><Hourglass aria-hidden="true" size={30} className="shrink-0 text-ink-soft" />{t("paying.waitTitle")}</h1>
      <p className="mt-2">{t(long || payment.latestTry === "PENDING" ? "paying.waitLong" : "paying.wait")}</p>
    </div>
  );
}

function Next({ payment, appointmentId }: { payment: PaymentState; appointmentId: string }) {
  const { t } = useTranslation();
  const again = payment.status === "UNPAID" && (payment.latestTry === "FAILED" || payment.latestTry === "EXPIRED");
  return again
    ? <LinkButton to={`/checkout/${appointmentId}`} large testId="pay-again">{t("common.tryAgain")}</LinkButton>
    : <LinkButton to="/" large look={payment.status === "UNPAID" ? "calm" : "primary"} testId="to-appointments">{t("paying.toAppointments")}</LinkButton>;
}
