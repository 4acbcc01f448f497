import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { matches } from "./slots";

const SHOWN = 30;

/** Staff book for somebody. */
export function ChoosePatient({ onChoose }: { onChoose: (id: string) => void }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState("");
  const patients = useQuery({ queryKey: ["patients"], queryFn: api.patients });
  if (patients.error) return <Failure error={patients.error} onRetry={() => void patients.refetch()} />;
  if (!patients.data) return <Skeleton className="h-64" />;
  const found = patients.data.filter(({ name, email }) => matches(wanted, [name, email])).slice(0, SHOWN);
  return (
    <>
      <input type="search" aria-label={t("booking.patient.search")} placeholder={t("booking.patient.search")} value={wanted} onChange={(e) => setWanted(e.target.value)} className="min-h-12 rounded-full border border-line-strong bg-surface px-5" />
      {found.length === 0 && <p role="status">{t("booking.patient.none")}</p>}
      <ul className="divide-y divide-line overflow-hidden rounded-card bg-surface">
        {found.map(({ id, name, email }) => (
          <li key={id}>
            <button type="button" data-testid={`patient-${id}`} onClick={() => onChoose(id)} className="flex min-h-14 w-full items-center justify-between gap-4 px-5 py-2 text-start hover:bg-calm">
              <span><span className="block font-semibold">{name}</span><span className="text-base text-ink-soft">{email}</span></span>
              <ChevronRight aria-hidden="true" className="text-ink-soft rtl:-scale-x-100" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
