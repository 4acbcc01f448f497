import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type PaymentRow } from "../../../api";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Failure } from "../../../components/Failure";
import { Skeleton } from "../../../components/Loading";
import { priceWords } from "../../../lib/price-words";
import { dateAndTime } from "../../../lib/time-words";

/** Everything that ever happened to a payment; it only grows. */
export function History({ row, onClose }: { row: PaymentRow; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const steps = useQuery({ queryKey: ["payment-history", row.appointment], queryFn: () => api.paymentHistory(row.appointment) });
  return (
    <Dialog title={t("payments.history")} onClose={onClose}>
      <p className="mb-4 text-ink-soft">{[row.patient, row.doctor].filter(Boolean).join(" · ")}</p>
      {steps.error && <Failure error={steps.error} onRetry={() => void steps.refetch()} />}
      {!steps.data && !steps.error && <Skeleton className="h-32" />}
      {steps.data?.length === 0 && <p>{t("payments.noHistory")}</p>}
      <ol className="grid max-h-[60dvh] gap-3 overflow-y-auto text-base" tabIndex={0} data-testid="payment-history">
        {steps.data?.map((step) => (
          <li key={step.at + step.kind} className="border-s-2 border-line ps-3">
            <p className="font-semibold">{t(`payments.kind.${step.kind}`)}{step.amountMinor !== null && step.currency !== null && <> · <bdi>{priceWords(step.amountMinor, step.currency, i18n.language)}</bdi></>}</p>
            <p className="text-ink-soft">{dateAndTime(step.at, i18n.language)} · {step.by ?? t("payments.bySystem")}{step.provider && <> · {t(`payments.provider.${step.provider}`, { defaultValue: step.provider })}</>}</p>
            {step.words && <p className="break-words">{t(`payments.why.${step.words}`, { defaultValue: step.words })}</p>}
          </li>
        ))}
      </ol>
      <div className="mt-5 flex justify-end"><Button look="plain" onClick={onClose}>{t("common.close")}</Button></div>
    </Dialog>
  );
}
