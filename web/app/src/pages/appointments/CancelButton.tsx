import { useTranslation } from "react-i18next";
import type { Appointment } from "../../api";
import { canBeCancelled } from "../../lib/right-button";

/** The way to the question; nothing where it is too late. */
export function CancelButton({ appointment, onCancel }: { appointment: Appointment; onCancel: (appointment: Appointment) => void }) {
  const { t } = useTranslation();
  if (!canBeCancelled(appointment)) return null;
  return (
    <button type="button" data-testid={`cancel-${appointment.id}`} onClick={() => onCancel(appointment)} className="min-h-11 justify-self-start text-start text-base text-ink-soft underline hover:text-ink">{t("cancel.confirm")}</button>
  );
}
