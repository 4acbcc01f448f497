import { randomKey } from "@consilium/call-engine";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "../../../api";
import { client, open } from "../../../api/http";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Failure } from "../../../components/Failure";
import { Notice } from "../../../components/Notice";

const LONGEST = 500;

/** A7: a short word of the clinic to both people of a call. What they say to each other is not shown here. */
export function SendMessage({ appointmentId, names, onDone }: { appointmentId: string; names: string[]; onDone: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  // The same for every attempt, so that it can never stand there twice.
  const [key] = useState(randomKey);
  const send = useMutation({
    mutationFn: () => open(client.POST("/api/v1/admin/live/{appointmentId}/messages", { params: { path: { appointmentId } }, body: { key, text: text.trim() } })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  const nobody = send.error instanceof Refusal && send.error.code === "NOT_IN_CALL";
  return (
    <Dialog title={t("live.messageTitle")} onClose={onDone}>
      <p className="mb-4 text-ink-soft">{names.map((name, at) => <span key={name}>{at > 0 && " · "}<bdi>{name}</bdi></span>)}</p>
      {send.isSuccess ? (
        <div className="grid gap-5">
          <p role="status" className="text-good" data-testid="message-sent">{t("live.messageSent")}</p>
          <Button onClick={onDone}>{t("common.close")}</Button>
        </div>
      ) : (
        <form onSubmit={submit} className="grid gap-4">
          <label className="grid gap-1">
            <span>{t("live.messageText")}</span>
            <textarea rows={3} required maxLength={LONGEST} data-testid="message-text" className="rounded-xl border border-line-strong bg-ground p-3" value={text} onChange={(event) => setText(event.target.value)} />
          </label>
          <p className="text-base text-ink-soft">{t("live.messageHelp")}</p>
          {nobody && <Notice tone="danger">{t("live.nobodyThere")}</Notice>}
          {send.error && !nobody && <Failure error={send.error} />}
          <div className="flex flex-wrap justify-end gap-3">
            <Button look="plain" onClick={onDone}>{t("common.cancel")}</Button>
            <Button type="submit" data-testid="message-send" disabled={send.isPending || !text.trim()}>{t("live.messageGo")}</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
