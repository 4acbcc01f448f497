import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";

/** Staff book for somebody: found by name or address, page by page. */
export function ChoosePatient({ onChoose }: { onChoose: (id: string) => void }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState({ q: "", page: 0 });
  const list = useQuery({ queryKey: ["patients", asked], queryFn: () => api.patients(asked), placeholderData: keepPreviousData });
  return (
    <>
      <input type="search" aria-label={t("booking.patient.search")} placeholder={t("booking.patient.search")} value={asked.q} maxLength={100} data-testid="search-patients" onChange={(e) => setAsked({ q: e.target.value, page: 0 })} className="min-h-12 rounded-full border border-line-strong bg-surface px-5" />
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton className="h-64" />}
      {list.data && (
        <>
          <p role="status" data-testid="patients-found" className="text-base text-ink-soft">{list.data.total > 0 ? t("booking.patient.found", { count: list.data.total }) : t(asked.q.trim() ? "booking.patient.none" : "booking.patient.nobody")}</p>
          <ul className="divide-y divide-line overflow-hidden rounded-card bg-surface">
            {list.data.items.map(({ id, name, email }) => (
              <li key={id}>
                <button type="button" data-testid={`patient-${id}`} onClick={() => onChoose(id)} className="flex min-h-14 w-full items-center justify-between gap-4 px-5 py-2 text-start hover:bg-calm">
                  <span className="min-w-0"><span className="block font-semibold">{name}</span><span className="block break-words text-base text-ink-soft">{email}</span></span>
                  <ChevronRight aria-hidden="true" className="shrink-0 text-ink-soft rtl:-scale-x-100" />
                </button>
              </li>
            ))}
          </ul>
          {list.data.pages > 1 && <Pages page={list.data.page} pages={list.data.pages} onPage={(page) => setAsked({ ...asked, page })} />}
        </>
      )}
    </>
  );
}

function Pages({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("booking.patient.pages")} className="flex flex-wrap items-center justify-between gap-4">
      <Button look="calm" disabled={page === 0} data-testid="patients-before" onClick={() => onPage(page - 1)}>{t("booking.patient.before")}</Button>
      <span className="text-base text-ink-soft">{t("booking.patient.page", { page: page + 1, pages })}</span>
      <Button look="calm" disabled={page + 1 >= pages} data-testid="patients-after" onClick={() => onPage(page + 1)}>{t("booking.patient.after")}</Button>
    </nav>
  );
}
