import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { client, open } from "../../../api/http";
import type { components } from "../../../api/schema";
import { Button } from "../../../components/Button";
import { Failure } from "../../../components/Failure";
import { Skeleton } from "../../../components/Loading";
import { useTitle } from "../../../hooks/useTitle";

type Licence = components["schemas"]["LicenceJson"];
const KEY = ["licences"];

/** U7: the licence numbers that patients read before they are treated. */
export default function LicencesPage() {
  const { t } = useTranslation();
  useTitle(t("licences.title"));
  const list = useQuery({ queryKey: KEY, queryFn: () => open(client.GET("/api/v1/admin/licences")) });
  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton className="h-64" />;
  const missing = list.data.filter(({ licence }) => licence === "").length;
  return (
    <div className="grid gap-5">
      <h1 className="text-3xl font-bold">{t("licences.title")}</h1>
      <p className="max-w-2xl text-ink-soft">{t("licences.help")}</p>
      {list.data.length === 0 && <p className="rounded-card bg-surface p-6 text-ink-soft" data-testid="licences-none">{t("licences.none")}</p>}
      {list.data.length > 0 && <p role="status" className={missing > 0 ? "" : "text-good"} data-testid="licences-missing" data-count={missing}>{missing > 0 ? t("licences.missing", { count: missing }) : t("licences.complete")}</p>}
      <ul className="divide-y divide-line rounded-card bg-surface" data-testid="licences">
        {list.data.map((one) => <Row key={one.doctor} known={one} />)}
      </ul>
    </div>
  );
}

function Row({ known }: { known: Licence }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(known.licence);
  const save = useMutation({
    mutationFn: () => open(client.PUT("/api/v1/admin/licences/{doctorId}", { params: { path: { doctorId: known.doctor } }, body: { licence: typed.trim() } })),
    onSuccess: (saved) => {
      setTyped(saved.licence);
      queries.setQueryData<Licence[]>(KEY, (all) => all?.map((one) => (one.doctor === saved.doctor ? saved : one)));
    },
  });
  const changed = typed.trim() !== known.licence;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (changed) save.mutate();
  };
  return (
    <li data-testid="licence" data-id={known.doctor}>
      <form onSubmit={submit} className="grid gap-x-4 gap-y-2 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_18rem_8rem] sm:items-center sm:px-5">
        <label htmlFor={`licence-${known.doctor}`} className="font-semibold">{known.name}</label>
        <input
          id={`licence-${known.doctor}`} maxLength={80} placeholder={t("licences.number")} autoComplete="off"
          className="min-h-12 w-full rounded-xl border border-line-strong bg-ground px-4" value={typed} onChange={(event) => { save.reset(); setTyped(event.target.value); }}
        />
        <span className="flex min-h-11 items-center max-sm:empty:hidden" role="status">
          {changed
            ? <Button type="submit" look="calm" disabled={save.isPending} data-testid="licence-save">{t("common.save")}</Button>
            : save.isSuccess && <span className="text-good">{t("licences.saved")}</span>}
        </span>
        {save.error && <div className="sm:col-span-3"><Failure error={save.error} /></div>}
      </form>
    </li>
  );
}
