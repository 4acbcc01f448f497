import { useTranslation } from "react-i18next";
import type { Intake } from "../../api";

const TICKS = ["captions", "companion", "screenReader"] as const;

/** U4: interpreter, captions, somebody to support, screen reader. */
export function Needs({ needs, remembered, onChange }: { needs: Intake; remembered: boolean; onChange: (needs: Intake) => void }) {
  const { t } = useTranslation();
  const interpreter = typeof needs.interpreter === "string";
  return (
    <fieldset className="grid gap-1 rounded-card bg-surface p-5">
      <legend className="float-start mb-2 w-full font-semibold">{t("booking.needs.title")}</legend>
      {remembered && <p role="status" data-testid="remembered" className="mb-2 text-base text-ink-soft">{t("booking.needs.remembered")}</p>}
      <Tick label={t("booking.needs.interpreter")} name="interpreter" on={interpreter} onChange={(on) => onChange({ ...needs, interpreter: on ? "" : null })} />
      {interpreter && (
        <label className="mb-2 ms-9 grid gap-1">
          <span className="text-base">{t("booking.needs.which")}</span>
          <input required maxLength={60} data-testid="which-language" className="min-h-12 rounded-card border border-line-strong bg-ground px-4" value={needs.interpreter ?? ""} onChange={(e) => onChange({ ...needs, interpreter: e.target.value })} />
        </label>
      )}
      {TICKS.map((need) => <Tick key={need} label={t(`booking.needs.${need}`)} name={need} on={needs[need]} onChange={(on) => onChange({ ...needs, [need]: on })} />)}
    </fieldset>
  );
}

function Tick({ label, name, on, onChange }: { label: string; name: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input type="checkbox" name={name} data-testid={`need-${name}`} className="size-6 shrink-0 accent-(--primary)" checked={on} onChange={(e) => onChange(e.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
