import { useInfiniteQuery } from "@tanstack/react-query";
import { Download, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Button } from "../../../components/Button";
import { Failure } from "../../../components/Failure";
import { Skeleton } from "../../../components/Loading";
import { useTitle } from "../../../hooks/useTitle";
import { ACTIONS, auditApi, query, SUBJECTS, type AuditPerson, type Wanted } from "./api";
import { Entry } from "./Entry";
import { Verify } from "./Verify";

const FIELD = "min-h-11 w-full rounded-xl border border-line-strong bg-surface px-3 text-base";

/** A7, S29: who saw or did what, when; filters live in the address, so that a link shows the same to a colleague. */
export default function AuditPage() {
  const { t } = useTranslation();
  useTitle(t("audit.title"));
  const [params, setParams] = useSearchParams();
  const wanted: Wanted = Object.fromEntries(["actor", "patient", "action", "subject", "from", "to"].flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])));
  const choose = (change: Wanted) => setParams(Object.entries({ ...wanted, ...change }).filter(([, value]) => value) as [string, string][], { replace: true });
  const list = useInfiniteQuery({
    queryKey: ["audit", wanted], initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) => auditApi.list(wanted, pageParam),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const all = list.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h1 className="text-3xl font-bold">{t("audit.title")}</h1>
        <a href={`/api/v1/admin/audit.csv?${new URLSearchParams(query(wanted))}`} download data-testid="audit-csv" className="inline-flex min-h-11 items-center gap-2 text-base text-primary underline">
          <Download aria-hidden="true" size={20} />{t("audit.export")}
        </a>
      </div>
      <p className="max-w-2xl text-ink-soft">{t("audit.lead")}</p>
      <Verify />
      <Filters wanted={wanted} staff={list.data?.pages[0]?.staff ?? []} names={namesIn(all.flatMap((one) => [one.actor, one.patient]))} onChoose={choose} />
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {!list.data && !list.error && <Skeleton className="h-64" />}
      {list.data && all.length === 0 && <p className="py-8 text-center text-ink-soft" data-testid="audit-none">{t("audit.none")}</p>}
      <ul className="grid gap-2" data-testid="audit-list">
        {all.map((one) => <Entry key={one.number} entry={one} onChoose={choose} />)}
      </ul>
      {list.hasNextPage && <div><Button look="calm" data-testid="audit-older" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t("audit.older")}</Button></div>}
    </div>
  );
}

function namesIn(people: (AuditPerson | null | undefined)[]): Map<string, string> {
  return new Map(people.flatMap((one) => (one ? [[one.id, one.name] as const] : [])));
}

function Filters({ wanted, staff, names, onChoose }: { wanted: Wanted; staff: AuditPerson[]; names: Map<string, string>; onChoose: (change: Wanted) => void }) {
  const { t } = useTranslation();
  const actor = wanted.actor && !staff.some((one) => one.id === wanted.actor) ? [{ id: wanted.actor, name: names.get(wanted.actor) ?? wanted.actor }] : [];
  return (
    <form className="grid gap-3 text-base sm:grid-cols-2 xl:grid-cols-3" onSubmit={(event) => event.preventDefault()} aria-label={t("audit.filter")}>
      <label className="grid gap-1"><span className="text-ink-soft">{t("audit.by")}</span>
        <select className={FIELD} data-testid="audit-actor" value={wanted.actor ?? ""} onChange={(event) => onChoose({ actor: event.target.value })}>
          <option value="">{t("audit.everybody")}</option>
          {[...actor, ...staff].map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </select></label>
      <label className="grid gap-1"><span className="text-ink-soft">{t("audit.what")}</span>
        <select className={FIELD} data-testid="audit-action" value={wanted.action ?? ""} onChange={(event) => onChoose({ action: event.target.value })}>
          <option value="">{t("audit.everything")}</option>
          {ACTIONS.map((one) => <option key={one} value={one}>{t(`audit.action.${one}`)}</option>)}
        </select></label>
      <label className="grid gap-1"><span className="text-ink-soft">{t("audit.of")}</span>
        <select className={FIELD} data-testid="audit-subject" value={wanted.subject ?? ""} onChange={(event) => onChoose({ subject: event.target.value })}>
          <option value="">{t("audit.everything")}</option>
          {SUBJECTS.map((one) => <option key={one} value={one}>{t(`audit.subject.${one}`)}</option>)}
        </select></label>
      <label className="grid gap-1"><span className="text-ink-soft">{t("audit.from")}</span>
        <input type="date" className={FIELD} data-testid="audit-from" value={wanted.from ?? ""} onChange={(event) => onChoose({ from: event.target.value })} /></label>
      <label className="grid gap-1"><span className="text-ink-soft">{t("audit.to")}</span>
        <input type="date" className={FIELD} data-testid="audit-to" value={wanted.to ?? ""} onChange={(event) => onChoose({ to: event.target.value })} /></label>
      {wanted.patient && (
        <button type="button" data-testid="audit-patient" onClick={() => onChoose({ patient: "" })} className="inline-flex min-h-11 items-center gap-2 self-end rounded-full bg-calm px-4 text-start text-on-calm">
          {t("audit.dataOf", { name: names.get(wanted.patient) || t("audit.somebody") })}<X size={18} aria-hidden="true" /><span className="sr-only">{t("audit.remove")}</span>
        </button>
      )}
    </form>
  );
}
