import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";

/** The one moment in which the secret can be read. Escape does not close it: what is gone cannot be shown again. */
export function SecretOnce({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(secret).then(() => setCopied(true), () => undefined);
  return (
    <Dialog title={t("webhooks.secret")} onClose={() => undefined}>
      <p className="mb-4">{t("webhooks.secretOnce")}</p>
      <p dir="ltr" data-testid="webhook-secret" className="mb-2 select-all break-all rounded-xl bg-calm px-4 py-3 font-mono text-base text-on-calm">{secret}</p>
      <p role="status" className="mb-3 min-h-6 text-base text-good">{copied && t("webhooks.copied")}</p>
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="calm" onClick={copy}>{t("webhooks.copy")}</Button>
        <Button data-testid="secret-saved" onClick={onDone}>{t("webhooks.secretSaved")}</Button>
      </div>
    </Dialog>
  );
}
