import i18next, { type TFunction } from "i18next";
import { RotateCw, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Refusal } from "../api";
import { timeWords } from "../lib/time-words";
import { Button } from "./Button";

/** Says why something was refused, in the reader's language, and offers to try again where that can help. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  return <Notice words={refusalWords(t, error)} {...(onRetry && { onRetry })} />;
}

/** What went wrong, in words that are ready to be read. */
export function Notice({ words, onRetry }: { words: string; onRetry?: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert" data-testid="failure" className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card bg-danger-calm px-4 py-3 text-ink">
      <TriangleAlert aria-hidden="true" size={22} className="shrink-0 text-danger" />
      <p className="min-w-48 flex-1">{words}</p>
      {onRetry && <Button look="calm" onClick={onRetry}><RotateCw size={18} aria-hidden="true" />{t("common.tryAgain")}</Button>}
    </div>
  );
}

/** @param context the role of whoever reads, where the same refusal means something else to each */
export function refusalWords(t: TFunction, error: unknown, context?: string): string {
  if (!(error instanceof Refusal)) return t("errors.INTERNAL");
  const opensAt = error.details["opensAt"];
  if (error.code === "TOO_EARLY" && typeof opensAt === "string") {
    return t("errors.TOO_EARLY_AT", { time: timeWords(t, opensAt, Date.now(), i18next.language) });
  }
  return t(`errors.${error.code}`, { ...(context ? { context } : {}), defaultValue: error.message || t("errors.INTERNAL") });
}
