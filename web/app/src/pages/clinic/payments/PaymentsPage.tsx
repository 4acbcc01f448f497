import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type PaymentRow, type PaymentShow } from "../../../api";
import { Button } from "../../../components/Button";
import { Failure } from "../../../components/Failure";
import { Skeleton } from "../../../components/Loading";
import { useTitle } from "../../../hooks/useTitle";
import { History } from "./History";
import { ReasonDialog } from "./ReasonDialog";
import { Row } from "./Row";

const SHOWN: PaymentShow[] = ["DUE", "ALL", "UNPAID", "PAID", "REFUNDED"];
const FIELD = "min-h-11 rounded-xl border border-line-strong bg-surface px-3 text-base";

/** A2: what was paid, what is owed back, and how it came about. */
export default function PaymentsPage() {
  const { t } = useTranslation();
  useTitle(t("payments.title"));
  const [show, setShow] = useState<PaymentShow>("DUE");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [history, setHistory] = useState<PaymentRow | null>(null);
  const [refunding, setRefunding] = useState<PaymentRow | null>(null);
  const [paying, setPaying] = useState<PaymentRow | null>(null);
  const query = { show, ...(from && { from }), ...(to && { to }) };
  const list = useQuery({ queryKey: ["payments", query], queryFn: () => api.payments(query), refetchInterval: 30_000 });
  return (
    <>
      <h1 className="mb-2 text-3xl font-bold">{t("payments.title")}</h1>
      <p className="mb-5 max-w-2xl text-ink-soft">{t("payments.help")}</p>
      <form className="mb-5 flex flex-wrap items-end gap-x-4 gap-y-3 text-base" onSubmit={(event) => event.preventDefault()}>
        <label className="grid gap-1"><span className="text-ink-soft">{t("payments.show")}</span>
          <select className={FIELD} data-testid="payments-show" value={show} onChange={(event) => setShow(event.target.value as PaymentShow)}>
            {SHOWN.map((one) => <option key={one} value={one}>{one === "DUE" ? t("payments.due") : one === "ALL" ? t("payments.all") : t(`payments.status.${one}`)}</option>)}
          </select></label>
        {show !== "DUE" && (
          <>
            <label className="grid gap-1"><span className="text-ink-soft">{t("payments.from")}</span><input type="date" className={FIELD} value={from} onChange={(event) => setFrom(event.target.value)} /></label>
            <label className="grid gap-1"><span className="text-ink-soft">{t("payments.to")}</span><input type="date" className={FIELD} value={to} onChange={(event) => setTo(event.target.value)} /></label>
          </>
        )}
        <a href={`/api/v1/admin/payments/table.csv?${new URLSearchParams(Object.entries(query))}`} download data-testid="payments-csv" className="inline-flex min-h-11 items-center gap-2 text-primary underline"><Download aria-hidden="true" size={20} />{t("payments.export")}</a>
      </form>
      {list.error && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {!list.data && !list.error && <Skeleton className="h-64" />}
      {list.data?.length === 0 && <p className="text-ink-soft" data-testid="payments-none">{t(show === "DUE" ? "payments.noneDue" : "payments.none")}</p>}
      <ul className="grid gap-3">
        {list.data?.map((one) => (
          <Row key={one.appointment} row={one}>
            {one.status === "UNPAID" && one.start && <Button look="calm" data-testid={`mark-paid-${one.appointment}`} onClick={() => setPaying(one)}>{t("appointment.markPaid")}</Button>}
            {one.sums.some((sum) => sum.state === "REFUND_DUE" && sum.byHand) && <Button look="calm" data-testid={`mark-refunded-${one.appointment}`} onClick={() => setRefunding(one)}>{t("payments.markRefunded")}</Button>}
            <Button look="plain" data-testid={`history-${one.appointment}`} onClick={() => setHistory(one)}>{t("payments.history")}</Button>
          </Row>
        ))}
      </ul>
      {history && <History row={history} onClose={() => setHistory(null)} />}
      {refunding && <ReasonDialog row={refunding} title={t("payments.markRefunded")} label={t("payments.reason")} help={t("payments.markRefundedHelp")} save={(reason) => api.markRefunded(refunding.appointment, reason)} onDone={() => setRefunding(null)} />}
      {paying && <ReasonDialog row={paying} title={t("appointment.markPaid")} label={t("appointment.markPaidReason")} save={(reason) => api.markPaid(paying.appointment, reason)} onDone={() => setPaying(null)} />}
    </>
  );
}
