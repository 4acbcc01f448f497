import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { client, open } from "../../../api/http";
import type { components } from "../../../api/schema";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Failure } from "../../../components/Failure";
import { Skeleton } from "../../../components/Loading";
import { useTitle } from "../../../hooks/useTitle";
import { dateAndTime } from "../../../lib/time-words";
import { AskForPatient } from "./AskForPatient";
import { RetentionSection } from "./RetentionSection";

type Request = components["schemas"]["DataRequestJson"];
const KEY = ["all-data-requests"];
const of = (requestId: string) => ({ params: { path: { requestId } } });
const decided = (id: string, way: "confirm" | "refuse") =>
  way === "confirm"
    ? open(client.POST("/api/v1/admin/data-requests/{requestId}/confirm", of(id)))
    : open(client.POST("/api/v1/admin/data-requests/{requestId}/refuse", of(id)));

/** U29: what patients asked for. Deletion cannot be taken back, so it is asked twice. */
export default function DataRequestsPage() {
  const { t } = useTranslation();
  useTitle(t("data.staffTitle"));
  const queries = useQueryClient();
  const list = useQuery({ queryKey: KEY, queryFn: () => open(client.GET("/api/v1/admin/data-requests")) });
  // People sends a patient here, by the address.
  const [params, setParams] = useSearchParams();
  const patient = params.get("for");
  const asked = () => setParams({}, { replace: true });
  const [erasing, setErasing] = useState<Request | null>(null);
  const decide = useMutation({
    mutationFn: ({ id, way }: { id: string; way: "confirm" | "refuse" }) => decided(id, way),
    onSuccess: (all) => queries.setQueryData(KEY, all),
  });
  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton className="h-64" />;
  return (
    <div className="grid gap-5">
      <h1 className="text-3xl font-bold">{t("data.staffTitle")}</h1>
      <p className="max-w-2xl text-ink-soft">{t(list.data.length === 0 ? "data.staffNone" : "data.staffLead")}</p>
      <p className="-mt-3 flex max-w-2xl flex-wrap items-center gap-x-3">
        <span className="text-ink-soft">{t("rights.none")}</span>
        <Link to="/clinic/users?role=PATIENT" className="inline-flex min-h-11 items-center text-primary underline">{t("clinic.area.users")}</Link>
      </p>
      {decide.error && <Failure error={decide.error} />}
      <ul className="grid gap-2" data-testid="data-requests">
        {list.data.map((one) => (
          <Row key={one.id} request={one} busy={decide.isPending} onFetched={() => setTimeout(() => void list.refetch(), 2_000)} onRefuse={() => decide.mutate({ id: one.id, way: "refuse" })}
            onConfirm={() => (one.kind === "ERASURE" ? setErasing(one) : decide.mutate({ id: one.id, way: "confirm" }))} />
        ))}
      </ul>
      <RetentionSection />
      {patient && <AskForPatient patient={patient} onClose={asked} onAsked={(all) => { queries.setQueryData(KEY, all); asked(); }} />}
      {erasing && (
        <Dialog title={t("data.staffErase", { name: erasing.name ?? "" })} onClose={() => setErasing(null)}>
          <p className="mb-5">{t("data.staffEraseText")}</p>
          <div className="flex flex-wrap justify-end gap-3">
            <Button look="plain" onClick={() => setErasing(null)}>{t("common.cancel")}</Button>
            <Button look="danger" data-testid="erase-confirm" onClick={() => { decide.mutate({ id: erasing.id, way: "confirm" }); setErasing(null); }}>{t("data.erase")}</Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function Row({ request, busy, onConfirm, onRefuse, onFetched }: { request: Request; busy: boolean; onConfirm: () => void; onRefuse: () => void; onFetched: () => void }) {
  const { t, i18n } = useTranslation();
  const { id, name, kind, state, askedAt, expiresAt, fetchable, askedBy, reason, outcome } = request;
  const kept = Object.entries(outcome).filter(([, part]) => part.kept > 0);
  return (
    <li data-testid="data-request" data-kind={kind} data-state={state} className="grid gap-x-6 gap-y-2 rounded-card bg-surface px-5 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="min-w-0">
        <h2 className="font-semibold">{name} · {t(`data.kind.${kind}`)}</h2>
        <p className="text-base text-ink-soft">{t(`data.state.${state}`)} · {dateAndTime(askedAt, i18n.language)}</p>
        {reason && <p className="mt-1 text-base" data-testid="rights-why">{askedBy ? t("rights.by", { name: askedBy }) : t("rights.noName")} <q><bdi>{reason}</bdi></q></p>}
        {kept.length > 0 && (
          <ul className="mt-1 text-base">{kept.map(([section, part]) => <li key={section}>{t("data.kept", { count: part.kept, section })} {t(`data.because.${part.because}`)}</li>)}</ul>
        )}
      </div>
      {fetchable && reason && expiresAt && (
        <span className="grid sm:justify-items-end">
          <a href={`/api/v1/admin/data-requests/${id}/file`} download onClick={onFetched} data-testid={`hand-over-${id}`} className="inline-flex min-h-11 items-center gap-2 font-semibold text-primary underline"><Download size={20} aria-hidden="true" />{t("rights.hand")}</a>
          <span className="text-base text-ink-soft">{t("data.once", { time: dateAndTime(expiresAt, i18n.language) })}</span>
        </span>
      )}
      {state === "ASKED" && (
        <div className="flex flex-wrap gap-2">
          <Button look={kind === "ERASURE" ? "danger" : "calm"} disabled={busy} data-testid={`confirm-${id}`} onClick={onConfirm}>{t(kind === "ERASURE" ? "data.erase" : "data.allow")}</Button>
          <Button look="plain" disabled={busy} data-testid={`refuse-${id}`} onClick={onRefuse}>{t("data.refuse")}</Button>
        </div>
      )}
    </li>
  );
}
