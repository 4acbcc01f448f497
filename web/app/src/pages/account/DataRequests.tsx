import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client, open } from "../../api/http";
import type { components } from "../../api/schema";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { dateAndTime } from "../../lib/time-words";

type Request = components["schemas"]["DataRequestJson"];
type Kind = Request["kind"];
const KEY = ["data-requests"];

/** U29: a copy of everything, and deletion; the clinic confirms both. */
export function DataRequests() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const list = useQuery({ queryKey: KEY, queryFn: () => open(client.GET("/api/v1/account/data-requests")) });
  const ask = useMutation({
    mutationFn: (kind: Kind) => open(client.POST("/api/v1/account/data-requests", { body: { kind } })),
    onSuccess: (all) => queries.setQueryData(KEY, all),
  });
  const [deleting, setDeleting] = useState(false);
  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton className="h-32" />;
  const pending = (kind: Kind) => list.data.some((one) => one.kind === kind && (one.state === "ASKED" || one.fetchable));
  return (
    <section className="grid gap-4" aria-labelledby="data-requests">
      <h2 id="data-requests" className="text-2xl font-bold">{t("data.title")}</h2>
      <p className="max-w-2xl text-ink-soft">{t("data.lead")}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="calm" data-testid="ask-copy" disabled={pending("COPY") || ask.isPending} onClick={() => ask.mutate("COPY")}>{t("data.askCopy")}</Button>
        <Button look="plain" data-testid="ask-erasure" disabled={pending("ERASURE") || ask.isPending} onClick={() => setDeleting(true)}>{t("data.askErasure")}</Button>
      </div>
      {ask.error && <Failure error={ask.error} />}
      <ul className="grid gap-2" data-testid="my-requests">{list.data.map((one) => <Asked key={one.id} request={one} onFetched={() => setTimeout(() => void list.refetch(), 2_000)} />)}</ul>
      {deleting && (
        <Dialog title={t("data.eraseTitle")} onClose={() => setDeleting(false)}>
          <p className="mb-5">{t("data.eraseText")}</p>
          <div className="flex flex-wrap justify-end gap-3">
            <Button look="plain" onClick={() => setDeleting(false)}>{t("common.cancel")}</Button>
            <Button look="danger" data-testid="ask-erasure-confirm" onClick={() => { ask.mutate("ERASURE"); setDeleting(false); }}>{t("data.askErasure")}</Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

function Asked({ request, onFetched }: { request: Request; onFetched: () => void }) {
  const { t, i18n } = useTranslation();
  const { id, kind, state, askedAt, expiresAt, fetchable } = request;
  return (
    <li data-testid="my-request" data-kind={kind} data-state={state} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-card bg-surface px-4 py-3 text-base">
      <span><span className="font-semibold">{t(`data.kind.${kind}`)}</span><span className="block text-ink-soft">{t(`data.state.${state}`)} · {dateAndTime(askedAt, i18n.language)}</span></span>
      {fetchable && expiresAt && (
        <span className="grid justify-items-end">
          <a href={`/api/v1/account/data-requests/${id}/file`} download onClick={onFetched} data-testid="fetch-copy" className="inline-flex min-h-11 items-center gap-2 font-semibold text-primary underline"><Download size={20} aria-hidden="true" />{t("data.fetch")}</a>
          <span className="text-ink-soft">{t("data.once", { time: dateAndTime(expiresAt, i18n.language) })}</span>
        </span>
      )}
    </li>
  );
}
