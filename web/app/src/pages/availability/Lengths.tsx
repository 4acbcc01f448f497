import { useTranslation } from "react-i18next";
import type { Availability } from "../../api";

const HOUR = 60;

/** How long, how much pause, how shortly before, how far ahead. */
export function Lengths({ draft, onChange }: { draft: Availability; onChange: (more: Partial<Availability>) => void }) {
  const { t } = useTranslation();
  return (
    <section className="grid gap-4 rounded-card bg-surface p-5">
      <h2 className="text-xl font-bold">{t("availability.lengths")}</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <Count label={t("availability.slot")} unit={t("availability.minutes")} value={draft.slotMinutes} least={5} most={240} onChange={(slotMinutes) => onChange({ slotMinutes })} />
        <Count label={t("availability.buffer")} unit={t("availability.minutes")} value={draft.bufferMinutes} least={0} most={120} onChange={(bufferMinutes) => onChange({ bufferMinutes })} />
        <Count label={t("availability.notice")} unit={t("availability.hours")} value={draft.noticeMinutes / HOUR} least={0} most={336} step={0.25} onChange={(hours) => onChange({ noticeMinutes: Math.round(hours * HOUR) })} />
        <Count label={t("availability.ahead")} unit={t("availability.days")} value={draft.aheadDays} least={1} most={366} onChange={(aheadDays) => onChange({ aheadDays })} />
      </div>
    </section>
  );
}

function Count({ label, unit, value, least, most, step = 1, onChange }: { label: string; unit: string; value: number; least: number; most: number; step?: number; onChange: (value: number) => void }) {
  return (
    <label className="grid gap-1">
      <span className="text-base">{label}</span>
      <span className="flex items-center gap-3">
        <input type="number" required min={least} max={most} step={step} value={value} onChange={(e) => onChange(e.target.valueAsNumber || 0)} className="min-h-12 w-28 rounded-xl border border-line-strong bg-ground px-4" />
        <span className="text-ink-soft">{unit}</span>
      </span>
    </label>
  );
}
