import { useMutation } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/Button";
import { Failure } from "../../../components/Failure";
import { Notice } from "../../../components/Notice";
import { dateAndTime } from "../../../lib/time-words";
import { auditApi } from "./api";

/** S29: reads the whole chain and says in words whether it is as it was written. */
export function Verify() {
  const { t, i18n } = useTranslation();
  const check = useMutation({ mutationFn: auditApi.verify });
  const found = check.data;
  return (
    <div className="grid gap-3 rounded-card bg-surface p-4 sm:grid-cols-[auto_minmax(0,1fr)] sm:items-center sm:gap-5">
      <Button look="calm" data-testid="audit-verify" disabled={check.isPending} onClick={() => check.mutate()}>{t(check.isPending ? "audit.verifying" : "audit.verify")}</Button>
      <div role="status" className="min-w-0">
        {!found && !check.error && <p className="text-base text-ink-soft">{t("audit.verifyHelp")}</p>}
        {found && !found.fault && (
          <p data-testid="audit-whole" className="flex items-center gap-2 text-good"><CircleCheck size={20} aria-hidden="true" className="shrink-0" />
            {t("audit.whole", { count: found.entries })}{found.exportedAt && ` ${t("audit.headAt", { number: found.exported, time: dateAndTime(found.exportedAt, i18n.language) })}`}</p>
        )}
        {found?.fault && <Notice tone="danger" testId="audit-broken"><p className="font-semibold">{t(`audit.fault.${found.fault}`, { number: found.number })}</p><p>{t("audit.whatNow")}</p></Notice>}
        {check.error && <Failure error={check.error} onRetry={() => check.mutate()} />}
      </div>
    </div>
  );
}
