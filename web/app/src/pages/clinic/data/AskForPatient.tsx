import { randomKey } from "@consilium/call-engine";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "../../../api";
import { client, open } from "../../../api/http";
import type { components } from "../../../api/schema";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Failure } from "../../../components/Failure";
import { Skeleton } from "../../../components/Loading";
import { Notice } from "../../../components/Notice";

type Request = components["schemas"]["DataRequestJson"];
const LONGEST = 500;
const KINDS = ["COPY", "ERASURE"] as const;

/** U29: for a patient who never signs in. Confirming is a step of its own, as for everybody. */
export function AskForPatient({ patient, onAsked, onClose }: { patient: string; onAsked: (all: Request[]) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const account = useQuery({ queryKey: ["users", patient], queryFn: () => open(client.GET("/api/v1/admin/users/{userId}", { params: { path: { userId: patient } } })) });
  const [kind, setKind] = useState<Request["kind"]>("COPY");
  const [reason, setReason] = useState("");
  // The same for every attempt, so that it can never stand there twice.
  const [key] = useState(randomKey);
  const ask = useMutation({
    mutationFn: () => open(client.POST("/api/v1/admin/users/{userId}/data-requests", { params: { path: { userId: patient } }, body: { key, kind, reason: reason.trim() } })),
    onSuccess: onAsked,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  const already = ask.error instanceof Refusal && ask.error.code === "INVALID_REQUEST";
  return (
    <Dialog title={t("rights.title", { name: account.data?.name ?? "…" })} onClose={onClose}>
      {account.isPending && <Skeleton className="h-48" />}
      {account.error && <Failure error={account.error} onRetry={() => void account.refetch()} />}
      {account.data && (
        <form onSubmit={submit} className="grid gap-4">
          <p className="text-ink-soft">{t("rights.lead")}</p>
          <fieldset>
            <legend className="font-semibold">{t("rights.what")}</legend>
            {KINDS.map((one) => (
              <label key={one} className="flex min-h-11 items-center gap-3">
                <input type="radio" name="kind" className="size-5" checked={kind === one} onChange={() => setKind(one)} data-testid={`rights-${one}`} />{t(`data.kind.${one}`)}
              </label>
            ))}
          </fieldset>
          {kind === "COPY" && <p data-testid="rights-no-films" className="text-base text-ink-soft">{t("rights.noFilms")}</p>}
          <label className="grid gap-1">
            <span className="font-semibold">{t("rights.why")}</span>
            <textarea rows={3} required maxLength={LONGEST} aria-describedby="rights-example" data-testid="rights-reason" className="rounded-xl border border-line-strong bg-ground p-3" value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
          <p id="rights-example" className="text-base text-ink-soft">{t("rights.example")}</p>
          {already && <Notice tone="danger">{t("rights.already")}</Notice>}
          {ask.error && !already && <Failure error={ask.error} />}
          <div className="flex flex-wrap justify-end gap-3">
            <Button look="plain" onClick={onClose}>{t("common.cancel")}</Button>
            <Button type="submit" data-testid="rights-ask" disabled={ask.isPending || !reason.trim()}>{t("rights.ask")}</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
