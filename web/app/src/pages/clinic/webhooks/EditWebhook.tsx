import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Failure } from "../../../components/Failure";
import { webhooksApi, type Webhook, type WebhookBody } from "./api";
import { eventWord } from "./outcome";

const FIELD = "min-h-12 w-full rounded-xl border border-line-strong bg-ground px-4";

/** A new receiver, or another address, description or choice of events. */
export function EditWebhook({ webhook, types, onSaved, onCancel }: {
  webhook: Webhook | null; types: string[]; onSaved: (secret: string | null) => void; onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [form, setForm] = useState<WebhookBody>(webhook ?? { url: "", description: "", events: types });
  const save = useMutation({
    mutationFn: async () => {
      const { url, description, events } = form;
      const body = { url: url.trim(), description, events };
      if (!webhook) return (await webhooksApi.add(body)).secret;
      await webhooksApi.change(webhook.id, body);
      return null;
    },
    onSuccess: onSaved,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const choose = (type: string, on: boolean) => setForm({ ...form, events: on ? [...form.events, type] : form.events.filter((one) => one !== type) });
  return (
    <Dialog title={t(webhook ? "webhooks.change" : "webhooks.add")} onClose={onCancel}>
      <form onSubmit={submit} className="grid gap-4">
        <label className="grid gap-1">
          <span>{t("webhooks.address")}</span>
          <input type="url" dir="ltr" required maxLength={2000} placeholder="https://" className={FIELD} data-testid="webhook-url" value={form.url} onChange={(event) => setForm({ ...form, url: event.target.value })} />
        </label>
        <label className="grid gap-1">
          <span>{t("webhooks.about")}</span>
          <input maxLength={200} className={FIELD} data-testid="webhook-about" value={form.description} onChange={(event) => setForm({ ...form, description: event.target.value })} />
        </label>
        <fieldset className="grid gap-x-4 sm:grid-cols-2">
          <legend className="mb-1">{t("webhooks.events")}</legend>
          {types.map((type) => (
            <label key={type} className="flex min-h-11 items-center gap-3">
              <input type="checkbox" className="size-5 shrink-0" checked={form.events.includes(type)} onChange={(event) => choose(type, event.target.checked)} />
              {t(`webhooks.event.${eventWord(type)}`, { defaultValue: type })}
            </label>
          ))}
        </fieldset>
        {form.events.length === 0 && <p role="status" className="text-base text-ink-soft">{t("webhooks.chooseOne")}</p>}
        {save.error && <Failure error={save.error} />}
        <div className="flex flex-wrap justify-end gap-3">
          <Button look="plain" onClick={onCancel}>{t("common.cancel")}</Button>
          <Button type="submit" data-testid="webhook-save" disabled={save.isPending || form.events.length === 0}>{t("common.save")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
