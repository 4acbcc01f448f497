import { useSearchParams } from "react-router";
import { dayEnd, dayStart } from "../../lib/day-bounds";

/** What is looked for stands in the address, so that going back finds it again. */
export function useHistorySearch() {
  const [params, setParams] = useSearchParams();
  const q = params.get("q") ?? "";
  const from = params.get("from") ?? "";
  const to = params.get("to") ?? "";
  const page = Math.max(0, Number(params.get("page") ?? 0) || 0);
  const set = (part: Record<string, string>) => {
    const next = new URLSearchParams(params);
    next.delete("page");
    for (const [name, value] of Object.entries(part)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setParams(next, { replace: true });
  };
  const start = dayStart(from);
  const end = dayEnd(to);
  return {
    q, from, to, set, go: (wanted: number) => set({ page: wanted > 0 ? String(wanted) : "" }),
    query: { q, page, ...(start ? { from: start } : {}), ...(end ? { to: end } : {}) },
  };
}

export type HistorySearch = ReturnType<typeof useHistorySearch>;
