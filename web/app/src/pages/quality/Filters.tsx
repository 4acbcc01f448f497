import { useTranslation } from "react-i18next";
import type { QualityDashboard } from "../../api";
import { lastDays, type Span } from "./use-span";

const FIELD = "min-h-11 rounded-xl border border-line-strong bg-surface px-3 text-base";

export function Filters({ span, board, onChoose }: { span: Span; board: QualityDashboard | undefined; onChoose: (change: Span) => void }) {
  const { t } = useTranslation();
  const from = span.from ?? board?.from ?? "";
  const to = span.to ?? board?.to ?? "";
  const today = new Date().toLocaleDateString("en-CA");
  return (
    <form className="flex flex-wrap items-end gap-x-4 gap-y-3 text-base" onSubmit={(event) => event.preventDefault()}>
      <label className="grid gap-1"><span className="text-ink-soft">{t("dashboard.from")}</span>
        <input type="date" className={FIELD} data-testid="filter-from" value={from} max={to} onChange={(event) => onChoose({ from: event.target.value })} /></label>
      <label className="grid gap-1"><span className="text-ink-soft">{t("dashboard.to")}</span>
        <input type="date" className={FIELD} data-testid="filter-to" value={to} min={from} onChange={(event) => onChoose({ to: event.target.value })} /></label>
      <label className="grid gap-1"><span className="text-ink-soft">{t("dashboard.doctor")}</span>
        <select className={`${FIELD} max-w-56`} data-testid="filter-doctor" value={span.doctor ?? ""} onChange={(event) => onChoose({ doctor: event.target.value })}>
          <option value="">{t("dashboard.everybody")}</option>
          {board?.doctors.map((doctor) => <option key={doctor.id} value={doctor.id}>{doctor.name}</option>)}
        </select></label>
      <div className="flex gap-1" role="group" aria-label={t("dashboard.quick")}>
        {[7, 30, 90].map((days) => {
          const choice = lastDays(days, today);
          const on = from === choice.from && to === choice.to;
          return (
            <button key={days} type="button" aria-pressed={on} onClick={() => onChoose(choice)} className={`min-h-11 rounded-full px-4 ${on ? "bg-calm font-semibold text-on-calm" : "text-primary hover:bg-calm"}`}>
              {t("dashboard.days", { count: days })}
            </button>
          );
        })}
      </div>
    </form>
  );
}
