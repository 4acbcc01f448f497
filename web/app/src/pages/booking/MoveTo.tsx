import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, type Appointment } from "../../api";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { LinkButton } from "../../components/LinkButton";
import { useNow } from "../../hooks/useNow";
import { timeWords } from "../../lib/time-words";
import { There } from "./ChooseTime";
import { Taken } from "./Taken";

/** From when to when; what is paid stays paid. Staff says why. */
export function MoveTo({ appointment, start, onTaken, onOther }: { appointment: Appointment; start: string; onTaken: () => void; onOther: (start: string) => void }) {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const now = useNow(0, 60_000);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const staff = user.role === "ADMIN";
  const move = async () => {
    setBusy(true);
    setError(null);
    try {
      await api.move(appointment.id, start, reason);
      void queries.invalidateQueries({ queryKey: ["slots"] });
      await Promise.all([queries.invalidateQueries({ queryKey: ["appointments"] }), queries.invalidateQueries({ queryKey: ["appointment", appointment.id] })]);
      await navigate("/", { replace: true });
    } catch (refusal) {
      setError(refusal);
      void queries.invalidateQueries({ queryKey: ["slots"] });
      setBusy(false);
    }
  };
  return (
    <div className="grid max-w-2xl gap-5">
      <dl className="grid gap-4 rounded-card bg-surface p-6">
        <div><dt className="text-ink-soft">{t("booking.move.from")}</dt><dd className="line-through first-letter:uppercase">{timeWords(t, appointment.start, now, i18n.language)}</dd></div>
        <div><dt className="text-ink-soft">{t("booking.move.to")}</dt><dd className="text-2xl font-bold first-letter:uppercase">{timeWords(t, start, now, i18n.language)}<There start={start} doctor={appointment.doctor} /></dd></div>
      </dl>
      {appointment.payment.status === "PAID" && <p>{t("booking.move.paid")}</p>}
      {staff && (
        <label className="grid gap-1">
          <span>{t("booking.move.reason", { name: appointment.patient.name })}</span>
          <textarea rows={2} maxLength={500} data-testid="move-reason" className="rounded-card border border-line-strong bg-surface p-4" value={reason} onChange={(e) => setReason(e.target.value)} />
        </label>
      )}
      {error !== null && <Taken error={error} onOther={(time) => (time ? onOther(time) : onTaken())} />}
      <div className="flex flex-wrap gap-3">
        <Button large disabled={busy || (staff && !reason.trim())} data-testid="move" onClick={() => void move()}>{t("booking.move.go")}</Button>
        <LinkButton to="/" look="plain" large>{t("booking.move.keep")}</LinkButton>
      </div>
    </div>
  );
}
