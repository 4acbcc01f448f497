import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Refusal } from "../api";
import { Button } from "./Button";
import { Notice } from "./Notice";

/** Says why something was refused, in the reader's language, and offers to try again where that can help. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  return (
    <Notice tone="danger" testId="failure">
      <p>{refusalWords(t, error)}</p>
      {onRetry && (
        <Button look="plain" onClick={onRetry}>
          {t("common.tryAgain")}
        </Button>
      )}
    </Notice>
  );
}

export function refusalWords(t: TFunction, error: unknown): string {
  if (error instanceof Refusal) return t(`errors.${error.code}`, { defaultValue: error.message || t("errors.INTERNAL") });
  return t("errors.INTERNAL");
}
