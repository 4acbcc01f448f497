import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/Button";
import { Failure } from "../../../components/Failure";
import { Skeleton } from "../../../components/Loading";
import { useTitle } from "../../../hooks/useTitle";
import { webhooksApi, type Webhook } from "./api";
import { EditWebhook } from "./EditWebhook";
import { SecretOnce } from "./SecretOnce";
import { WebhookCard } from "./WebhookCard";

export const WEBHOOKS = ["webhooks"];

/** A10: which of the clinic's other systems are told what happens here, and whether it arrives. */
export default function WebhooksPage() {
  const { t } = useTranslation();
  useTitle(t("webhooks.title"));
  const queries = useQueryClient();
  const list = useQuery({ queryKey: WEBHOOKS, queryFn: webhooksApi.list, refetchInterval: 30_000 });
  const [editing, setEditing] = useState<Webhook | "new" | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const saved = (fresh: string | null) => {
    setEditing(null);
    setSecret(fresh);
    void queries.invalidateQueries({ queryKey: WEBHOOKS });
  };
  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton className="h-64" />;
  const { webhooks, types } = list.data;
  return (
    <div className="grid gap-5">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl font-bold">{t("webhooks.title")}</h1>
        <Button data-testid="webhook-new" onClick={() => setEditing("new")}><Plus size={20} aria-hidden="true" />{t("webhooks.add")}</Button>
      </header>
      <p className="max-w-2xl text-ink-soft">{t("webhooks.help")}</p>
      {webhooks.length === 0 && (
        <div className="rounded-card bg-surface p-6" data-testid="webhooks-none">
          <p className="text-xl font-semibold">{t("webhooks.none")}</p>
          <p className="text-ink-soft">{t("webhooks.noneHelp")}</p>
        </div>
      )}
      <ul className="grid gap-3" data-testid="webhooks">
        {webhooks.map((one) => <WebhookCard key={one.id} webhook={one} onEdit={() => setEditing(one)} onSecret={setSecret} />)}
      </ul>
      {editing && <EditWebhook webhook={editing === "new" ? null : editing} types={types} onSaved={saved} onCancel={() => setEditing(null)} />}
      {secret !== null && <SecretOnce secret={secret} onDone={() => setSecret(null)} />}
    </div>
  );
}
