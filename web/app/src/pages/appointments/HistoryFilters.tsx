import { Search } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import type { HistorySearch } from "./use-history-search";

const FIELD = "min-h-11 rounded-xl border border-line-strong bg-surface px-3";
const PAUSE = 300;

/** @param more further things to choose, and whether any of them is chosen */
export function HistoryFilters({ search, more }: { search: HistorySearch; more?: { fields: ReactNode; chosen: boolean; clear: Record<string, string> } }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const [typed, setTyped] = useState(search.q);
  useEffect(() => {
    if (typed === search.q) return undefined;
    const timer = setTimeout(() => search.set({ q: typed }), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, search.q]);
  const clear = () => { setTyped(""); search.set({ q: "", from: "", to: "", ...more?.clear }); };
  return (
    <form role="search" className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3" onSubmit={(event) => event.preventDefault()}>
      <label className="grid min-w-48 flex-1 gap-1">
        <span className="text-base">{t("history.name", { context: user.role })}</span>
        <span className="relative grid">
          <Search aria-hidden="true" size={18} className="absolute inset-y-0 start-3 my-auto text-ink-soft" />
          <input type="search" className={`${FIELD} ps-10`} value={typed} maxLength={100} data-testid="history-search" onChange={(e) => setTyped(e.target.value)} />
        </span>
      </label>
      <label className="grid min-w-40 flex-1 gap-1 sm:flex-none"><span className="text-base">{t("history.from")}</span><input type="date" className={`${FIELD} w-full min-w-0`} value={search.from} max={search.to || undefined} onChange={(e) => search.set({ from: e.target.value })} /></label>
      <label className="grid min-w-40 flex-1 gap-1 sm:flex-none"><span className="text-base">{t("history.to")}</span><input type="date" className={`${FIELD} w-full min-w-0`} value={search.to} min={search.from || undefined} onChange={(e) => search.set({ to: e.target.value })} /></label>
      {more?.fields}
      {(search.q || search.from || search.to || more?.chosen) && <Button look="plain" onClick={clear}>{t("history.clear")}</Button>}
    </form>
  );
}
