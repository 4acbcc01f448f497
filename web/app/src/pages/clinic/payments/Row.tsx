import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PaymentRow } from "../../../api";
import { priceWords } from "../../../lib/price-words";
import { dateAndTime } from "../../../lib/time-words";

/** The payment of one appointment: every sum that came, and what becomes of it. */
export function Row({ row, children }: { row: PaymentRow; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const good = row.status === "PAID" ? "text-good" : row.status === "REFUND_DUE" ? "text-danger" : "text-ink-soft";
  return (
    <li data-testid={`payment-${row.appointment}`} data-status={row.status} className="grid gap-x-6 gap-y-2 rounded-card bg-surface p-4 text-base sm:grid-cols-[1fr_auto] sm:p-5">
      <div className="min-w-0">
        <h2 className="text-lg font-semibold">{row.patient ?? t("payments.unknown")}</h2>
        <p className="text-ink-soft">{[row.doctor, row.start && dateAndTime(row.start, i18n.language)].filter(Boolean).join(" · ")}</p>
        {!row.start && <p className="break-all text-sm text-ink-soft">{row.appointment}</p>}
        {row.receipt && <p className="text-ink-soft">{row.start ? <a className="inline-flex min-h-11 items-center text-primary underline" href={`/api/v1/appointments/${row.appointment}/receipt.pdf`} download>{t("payments.receipt", { number: row.receipt })}</a> : row.receipt}</p>}
      </div>
      <p className="sm:text-end"><bdi className="block text-lg font-semibold">{priceWords(row.amountMinor, row.currency, i18n.language)}</bdi><span className={good}>{t(`payments.status.${row.status}`)}</span></p>
      {row.sums.length > 0 && (
        <ul className="grid gap-1 border-t border-line pt-2 sm:col-span-2">
          {row.sums.map((sum) => (
            <li key={sum.cameAt + sum.provider} className="flex flex-wrap gap-x-3">
              <bdi className="font-semibold">{priceWords(sum.amountMinor, sum.currency, i18n.language)}</bdi>
              <span className="text-ink-soft">{t(`payments.provider.${sum.provider}`, { defaultValue: sum.provider })} · {dateAndTime(sum.cameAt, i18n.language)}</span>
              {sum.state === "REFUND_DUE" && <span className="text-danger">{t(sum.byHand ? "payments.byHand" : "payments.byItself")}: {t(`payments.why.${sum.why}`, { defaultValue: sum.why })}</span>}
              {sum.state === "REFUNDED" && <span className="text-ink-soft">{t("payments.status.REFUNDED")}</span>}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2 sm:col-span-2">{children}</div>
    </li>
  );
}
