import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Failure } from "../../../components/Failure";
import { Notice } from "../../../components/Notice";
import { dateAndTime } from "../../../lib/time-words";
import { webhooksApi, type Webhook } from "./api";
import { Deliveries } from "./Deliveries";
import { eventWord } from "./outcome";

type Asked = "newSecret" | "remove" | null;

/** One receiver: where, told what, how it goes, and what can be done about it. */
export function WebhookCard({ webhook, onEdit, onSecret }: { webhook: Webhook; onEdit: () => void; onSecret: (secret: string) => void }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<Asked>(null);
  const { test, turn, remove, newSecret } = useDeeds(webhook.id, () => setOpen(true), onSecret, () => setAsked(null));
  const { id, url, description, events, state, failingSince, failures } = webhook;
  const on = state === "ON";
  const words = new Intl.ListFormat(i18n.language, { type: "unit" });
  const error = test.error ?? turn.error;
  return (
    <li data-testid="webhook" data-id={id} data-state={state} className="grid gap-3 rounded-card bg-surface p-4 sm:p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          {description && <h2 className="font-semibold"><bdi>{description}</bdi></h2>}
          <p className={`break-all text-start ${description ? "text-base text-ink-soft" : "font-semibold"}`}><bdi dir="ltr">{url}</bdi></p>
        </div>
        <span className={`rounded-full px-3 text-base ${on ? "bg-calm text-on-calm" : state === "OFF" ? "border border-line" : "bg-warn text-on-warn"}`}>{t(`webhooks.state.${state}`)}</span>
      </div>
      <p className="text-base text-ink-soft">{words.format(events.map((type) => t(`webhooks.event.${eventWord(type)}`, { defaultValue: type })))}</p>
      {!on && <p className="text-base">{t(`webhooks.means.${state}`)}</p>}
      {on && failingSince && <Notice tone="warn">{t("webhooks.failing", { time: dateAndTime(failingSince, i18n.language), count: failures })}</Notice>}
      {error && <Failure error={error} />}
      <div className="flex flex-wrap gap-x-2 gap-y-1">
        <Button look="calm" disabled={!on || test.isPending} data-testid="webhook-test" onClick={() => test.mutate()}>{t("webhooks.test")}</Button>
        <Button look="plain" aria-expanded={open} data-testid="webhook-deliveries" onClick={() => setOpen(!open)}>{t(open ? "webhooks.hide" : "webhooks.sent")}</Button>
        <Button look="plain" data-testid="webhook-change" onClick={onEdit}>{t("webhooks.change")}</Button>
        <Button look="plain" disabled={turn.isPending} data-testid="webhook-turn" onClick={() => turn.mutate(!on)}>{t(on ? "webhooks.turnOff" : "webhooks.turnOn")}</Button>
        <Button look="plain" data-testid="webhook-rotate" onClick={() => setAsked("newSecret")}>{t("webhooks.newSecret")}</Button>
        <Button look="plain" data-testid="webhook-delete" onClick={() => setAsked("remove")}>{t("webhooks.remove")}</Button>
      </div>
      {open && <Deliveries webhook={webhook} />}
      {asked && <Sure what={asked} webhook={webhook} deed={asked === "remove" ? remove : newSecret} onCancel={() => setAsked(null)} />}
    </li>
  );
}

function useDeeds(id: string, onTested: () => void, onSecret: (secret: string) => void, onDone: () => void) {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: ["webhooks"] });
  return {
    test: useMutation({ mutationFn: () => webhooksApi.test(id), onSuccess: () => { onTested(); void again(); } }),
    turn: useMutation({ mutationFn: (on: boolean) => webhooksApi.turn(id, on), onSuccess: again }),
    remove: useMutation({ mutationFn: () => webhooksApi.remove(id), onSuccess: () => { onDone(); void again(); } }),
    newSecret: useMutation({ mutationFn: () => webhooksApi.newSecret(id), onSuccess: ({ secret }) => { onDone(); onSecret(secret); } }),
  };
}

interface Deed { mutate: () => void; isPending: boolean; error: unknown }

/** Both cannot be taken back. */
function Sure({ what, webhook, deed, onCancel }: { what: "newSecret" | "remove"; webhook: Webhook; deed: Deed; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t(`webhooks.${what}Title`)} onClose={onCancel}>
      <p className="mb-3 break-all font-semibold"><bdi>{webhook.description || webhook.url}</bdi></p>
      <p className="mb-5">{t(`webhooks.${what}Text`)}</p>
      {deed.error !== null && <div className="mb-4"><Failure error={deed.error} /></div>}
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="plain" onClick={onCancel}>{t("common.cancel")}</Button>
        <Button look={what === "remove" ? "danger" : "primary"} disabled={deed.isPending} data-testid="webhook-sure" onClick={() => deed.mutate()}>{t(`webhooks.${what}`)}</Button>
      </div>
    </Dialog>
  );
}
