import { useTranslation } from "react-i18next";

/** Says that something comes, but not before it takes so long that somebody wonders. */
export function Loading() {
  const { t } = useTranslation();
  return <p className="late p-8 text-ink-soft" role="status">{t("common.loading")}</p>;
}

/** The shape of what comes, as quiet. */
export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden="true" className={`late animate-pulse rounded-card bg-surface ${className}`} />;
}
