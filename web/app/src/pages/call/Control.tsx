import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** A round button of the call with its word below; on small screens the word is its tooltip. */
export function Control({ id, label, children, onClick, off = false, on = false, danger = false, badge = 0, expanded, className = "" }: {
  id: string; label: string; children: ReactNode; onClick: () => void; off?: boolean; on?: boolean; danger?: boolean; badge?: number;
  expanded?: boolean; className?: string;
}) {
  const { t } = useTranslation();
  const look = danger ? "bg-danger text-on-danger" : off ? "bg-white text-black" : on ? "bg-primary text-on-primary" : "bg-surface/90 text-ink group-hover:bg-calm";
  return (
    <button type="button" data-testid={id} data-off={off} title={label} aria-expanded={expanded} onClick={onClick} className={`group grid w-15 content-start justify-items-center gap-1 rounded-2xl text-center text-xs leading-tight sm:w-[4.6rem] ${className}`}>
      <span className={`relative inline-flex size-14 items-center justify-center rounded-full transition short:size-12 ${look}`}>
        <span aria-hidden="true">{children}</span>
        {badge > 0 && <span data-testid={`${id}-badge`} aria-label={t("chat.unread", { count: badge })} className="absolute -end-1 -top-1 grid size-6 place-content-center rounded-full bg-danger text-sm text-on-danger">{badge}</span>}
      </span>
      <span className="max-sm:sr-only short:sr-only">{label}</span>
    </button>
  );
}
