import { useTranslation } from "react-i18next";
import type { PaymentState } from "../../api";
import { Avatar } from "../../components/Avatar";
import { useNow } from "../../hooks/useNow";
import { priceWords } from "../../lib/price-words";
import { timeWords } from "../../lib/time-words";

/** What is paid for: with whom, when, how much. */
export function Summary({ payment }: { payment: PaymentState }) {
  const { t, i18n } = useTranslation();
  const now = useNow(0, 60_000);
  return (
    <>
      <div className="flex items-center gap-4">
        <Avatar name={payment.doctor} />
        <p><span className="block font-semibold">{payment.doctor}</span><span className="text-ink-soft">{payment.doctorAbout}</span></p>
      </div>
      <p>{t("paying.video")} <span className="block first-letter:uppercase">{timeWords(t, payment.start, now, i18n.language)}</span></p>
      <p className="text-4xl font-bold"><bdi>{priceWords(payment.amountMinor, payment.currency, i18n.language)}</bdi></p>
    </>
  );
}
