import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { api, type CarriedMessage } from "../../../api";
import { Button } from "../../../components/Button";
import { Failure } from "../../../components/Failure";
import { Skeleton } from "../../../components/Loading";
import { useTitle } from "../../../hooks/useTitle";
import { Carried } from "./Carried";
import { KINDS, STATES } from "./filters";

const PAGE = 100;
const EVERY = 10_000;

/** A7: what was written to people, what could not be, and why. */
export default function OutboxPage() {
  const { t } = useTranslation();
  useTitle(t("outbox.title"));
  const [params, setParams] = useSearchParams();
  const state = STATES.find((one) => one === params.get("state"));
  const kind = KINDS.find((one) => one === params.get("kind"));
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const list = useInfiniteQuery({
    queryKey: ["carried", state, kind], initialPageParam: undefined as string | undefined, refetchInterval: EVERY,
    queryFn: ({ pageParam }) => api.carriedMessages({ ...(state && { state }), ...(kind && { kind }), ...(pageParam && { before: pageParam }) }),
    getNextPageParam: ({ messages }) => (messages.length < PAGE ? undefined : messages.at(-1)?.createdAt),
  });
  const all: CarriedMessage[] = list.data?.pages.flatMap((page) => page.messages) ?? [];
  const counts = list.data?.pages[0]?.counts ?? {};
  return (
    <div className="grid gap-5">
      <div>
        <h1 className="mb-2 text-3xl font-bold">{t("outbox.title")}</h1>
        <p className="max-w-2xl text-ink-soft">{t("outbox.help")}</p>
      </div>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3 text-base">
        <div role="group" aria-label={t("outbox.states")} className="flex flex-wrap gap-1">
          <Chip on={!state} onPress={() => choose("state", "")}>{t("outbox.all")}</Chip>
          {STATES.map((one) => <Chip key={one} on={state === one} onPress={() => choose("state", one)}>{t(`outbox.state.${one}`)} <span className="tabular-nums">{counts[one] ?? 0}</span></Chip>)}
        </div>
        <label className="grid gap-1"><span className="text-ink-soft">{t("outbox.about")}</span>
          <select className="min-h-11 max-w-72 rounded-xl border border-line-strong bg-surface px-3" data-testid="outbox-kind" value={kind ?? ""} onChange={(event) => choose("kind", event.target.value)}>
            <option value="">{t("outbox.everything")}</option>
            {KINDS.map((one) => <option key={one} value={one}>{t(`outbox.kind.${one}`)}</option>)}
          </select></label>
      </div>
      {list.error && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton className="h-64" />}
      {list.data && all.length === 0 && <p className="text-ink-soft" data-testid="outbox-empty">{t(state || kind ? "outbox.noneSuch" : "outbox.none")}</p>}
      {all.length > 0 && <ul className="grid gap-2" data-testid="outbox">{all.map((one) => <Carried key={one.id} message={one} onSent={() => void list.refetch()} />)}</ul>}
      {list.hasNextPage && <div><Button look="calm" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t("outbox.older")}</Button></div>}
    </div>
  );
}

function Chip({ on, onPress, children }: { on: boolean; onPress: () => void; children: ReactNode }) {
  return <button type="button" aria-pressed={on} onClick={onPress} className={`min-h-11 rounded-full px-4 ${on ? "bg-calm font-semibold text-on-calm" : "text-primary hover:bg-calm"}`}>{children}</button>;
}
