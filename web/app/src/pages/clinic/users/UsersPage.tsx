import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { api, type Account } from "../../../api";
import { Button } from "../../../components/Button";
import { Failure } from "../../../components/Failure";
import { Skeleton } from "../../../components/Loading";
import { useTitle } from "../../../hooks/useTitle";
import { FIELD } from "../../signin/NewPassword";
import { EditAccount } from "./EditAccount";

const ROLES = ["PATIENT", "DOCTOR", "ADMIN"] as const;

/** Everybody with an account. What is searched for stands in the address, so that it can be passed on. */
export default function UsersPage() {
  const { t } = useTranslation();
  useTitle(t("users.title"));
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState<Account | "new" | null>(null);
  const search = params.get("search") ?? "";
  const role = ROLES.find((one) => one === params.get("role"));
  const page = Math.max(0, Number(params.get("page") ?? 0) || 0);
  const list = useQuery({ queryKey: ["users", search, role, page], queryFn: () => api.accounts({ search, page, ...(role ? { role } : {}) }), placeholderData: keepPreviousData });
  const set = (changes: Record<string, string>) => {
    const next = { search, role: role ?? "", ...changes };
    setParams(Object.fromEntries(Object.entries(next).filter(([, value]) => value)), { replace: true });
  };
  return (
    <div className="grid gap-5">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl font-bold">{t("users.title")}</h1>
        <Button data-testid="new-account" onClick={() => setEditing("new")}>{t("users.new")}</Button>
      </header>
      <div className="grid gap-3 sm:grid-cols-[1fr_14rem]">
        <input type="search" aria-label={t("users.search")} placeholder={t("users.search")} className={FIELD} value={search} onChange={(event) => set({ search: event.target.value })} data-testid="search-accounts" />
        <select aria-label={t("users.role")} className={FIELD} value={role ?? ""} onChange={(event) => set({ role: event.target.value })}>
          <option value="">{t("users.everybody")}</option>
          {ROLES.map((one) => <option key={one} value={one}>{t(`login.role.${one}`)}</option>)}
        </select>
      </div>
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton className="h-64" />}
      {list.data?.total === 0 && <p className="text-ink-soft">{t(search || role ? "users.noneFound" : "users.none")}</p>}
      <ul className="divide-y divide-line rounded-card bg-surface" data-testid="accounts">
        {list.data?.accounts.map((account) => <li key={account.id}><Row account={account} onOpen={() => setEditing(account)} /></li>)}
      </ul>
      {list.data && <Pages page={page} total={list.data.total} size={list.data.size} onPage={(to) => set({ page: String(to) })} />}
      {editing && <EditAccount account={editing === "new" ? null : editing} onDone={() => setEditing(null)} />}
    </div>
  );
}

function Row({ account, onOpen }: { account: Account; onOpen: () => void }) {
  const { t } = useTranslation();
  const state = !account.enabled ? "users.off" : account.hasPassword ? "" : account.role === "PATIENT" ? "users.byLink" : "users.invited";
  return (
    <button type="button" onClick={onOpen} className="grid min-h-14 w-full items-center gap-x-4 px-4 py-2 text-start hover:bg-calm sm:grid-cols-[1fr_9rem_11rem]">
      <span className="min-w-0"><span className="block font-semibold">{account.name}</span><span className="block truncate text-base text-ink-soft">{account.email}</span></span>
      <span className="text-base">{t(`login.role.${account.role}`)}</span>
      <span className="text-base text-ink-soft">{state && t(state)}</span>
    </button>
  );
}

function Pages({ page, total, size, onPage }: { page: number; total: number; size: number; onPage: (to: number) => void }) {
  const { t } = useTranslation();
  if (total <= size) return null;
  return (
    <nav aria-label={t("users.pages")} className="flex flex-wrap items-center gap-4">
      <Button look="calm" disabled={page === 0} onClick={() => onPage(page - 1)}>{t("users.before")}</Button>
      <span className="tabular-nums">{t("users.of", { from: page * size + 1, to: Math.min(total, (page + 1) * size), total })}</span>
      <Button look="calm" disabled={(page + 1) * size >= total} onClick={() => onPage(page + 1)}>{t("users.after")}</Button>
    </nav>
  );
}
