import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/Button";
import { Failure } from "../../../components/Failure";
import { Skeleton } from "../../../components/Loading";
import { dateAndTime } from "../../../lib/time-words";
import { webhooksApi, type Delivery, type Webhook } from "./api";
import { eventWord, lookAgain, outcomeOf, reasonOf } from "./outcome";

const PAGE = 50;

/** What was sent to one receiver, the newest first. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ["webhooks", webhook.id], initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => webhooksApi.deliveries(webhook.id, pageParam),
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.createdAt),
    refetchInterval: ({ state }) => lookAgain(state.data?.pages[0]),
  });
  const all = list.data?.pages.flat() ?? [];
  return (
    <section aria-label={t("webhooks.sent")} className="grid gap-2 border-t border-line pt-3">
      {list.error && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton className="h-24" />}
      {list.data && all.length === 0 && <p className="text-base text-ink-soft" data-testid="deliveries-none">{t("webhooks.nothingSent")}</p>}
      <ol className="grid divide-y divide-line" data-testid="deliveries">
        {all.map((one) => <DeliveryRow key={one.id} webhookId={webhook.id} delivery={one} />)}
      </ol>
      {list.hasNextPage && <div><Button look="calm" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t("webhooks.older")}</Button></div>}
    </section>
  );
}

const TONES = { WAITING: "text-ink-soft", TRYING: "text-on-warn", DELIVERED: "text-good", FAILED: "text-danger" };

function DeliveryRow({ webhookId, delivery }: { webhookId: string; delivery: Delivery }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const again = useMutation({ mutationFn: () => webhooksApi.resend(webhookId, delivery.id), onSuccess: () => queries.invalidateQueries({ queryKey: ["webhooks", webhookId] }) });
  const outcome = outcomeOf(delivery);
  const reason = reasonOf(delivery);
  const { type, createdAt, nextAt, attempts } = delivery;
  return (
    <li data-testid="delivery" data-type={type} data-outcome={outcome} className="grid gap-x-6 gap-y-1 py-3 text-base sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="font-semibold">{t(`webhooks.event.${eventWord(type)}`, { defaultValue: type })} <span className="font-normal text-ink-soft">· {dateAndTime(createdAt, i18n.language)}</span></p>
        <p className={TONES[outcome]}>
          {t(`webhooks.outcome.${outcome}`, { time: nextAt ? dateAndTime(nextAt, i18n.language) : "" })}
          {attempts.length > 1 && <> · {t("webhooks.attempts", { count: attempts.length })}</>}
        </p>
        {reason && <p>{"status" in reason ? t("webhooks.answered", { status: reason.status }) : t(`webhooks.problem.${reason.problem}`, { defaultValue: reason.problem })}</p>}
        <Details delivery={delivery} />
        {again.error && <Failure error={again.error} />}
      </div>
      {outcome !== "WAITING" && <div><Button look="plain" disabled={again.isPending} data-testid="delivery-again" onClick={() => again.mutate()}>{t("webhooks.again")}</Button></div>}
    </li>
  );
}

/** For whoever runs the other system. */
function Details({ delivery: { messageId, body, attempts } }: { delivery: Delivery }) {
  const { t, i18n } = useTranslation();
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-primary underline">{t("webhooks.details")}</summary>
      <p dir="ltr" className="break-all text-start font-mono text-sm text-ink-soft rtl:text-end">webhook-id: {messageId}</p>
      <pre dir="ltr" tabIndex={0} className="my-2 overflow-x-auto rounded-xl bg-ground p-3 text-sm">{body}</pre>
      <ol className="grid gap-1 text-ink-soft">
        {attempts.map((one) => <li key={one.at}>{dateAndTime(one.at, i18n.language)} · <bdi dir="ltr">{one.status || one.problem} · {one.millis} ms</bdi></li>)}
      </ol>
    </details>
  );
}
