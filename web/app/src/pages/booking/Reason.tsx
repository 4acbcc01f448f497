import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, type Doctor, type Intake } from "../../api";
import { useSession } from "../../app/session";
import { Avatar } from "../../components/Avatar";
import { Button } from "../../components/Button";
import { useNow } from "../../hooks/useNow";
import { timeWords } from "../../lib/time-words";
import { There } from "./ChooseTime";
import { Needs } from "./Needs";
import { Taken } from "./Taken";

const NOTHING: Intake = { interpreter: null, captions: false, companion: false, screenReader: false };

/** What about, and what the patient needs; what they needed the last time is filled in (U4, U32). */
export function Reason({ doctor, start, patient, onOther }: { doctor: Doctor; start: string; patient: string | null; onOther: (start: string | null) => void }) {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const now = useNow(0, 60_000);
  const own = user.role === "PATIENT";
  const last = useQuery({ queryKey: ["needs"], queryFn: api.needs, enabled: own, staleTime: Infinity });
  const [reason, setReason] = useState("");
  const [said, setSaid] = useState<Intake | null>(null);
  const { book, busy, error } = useBooking(onOther);
  const needs = said ?? last.data ?? NOTHING;
  const remembered = said === null && Boolean(last.data && (last.data.interpreter || last.data.captions || last.data.companion || last.data.screenReader));
  return (
    <form className="grid max-w-2xl gap-6" onSubmit={(e) => { e.preventDefault(); void book({ ...(patient ? { patient } : {}), doctor: doctor.id, start, reason, intake: needs }); }}>
      <div className="flex items-center gap-4 rounded-card bg-calm p-5 text-on-calm">
        <Avatar name={doctor.name} />
        <p><span className="block font-semibold">{doctor.name}</span><span className="block first-letter:uppercase">{timeWords(t, start, now, i18n.language)}</span><There start={start} doctor={doctor} /></p>
      </div>
      <label className="grid gap-1">
        <span className="font-semibold">{t("booking.why.reason")}</span>
        <span className="text-base text-ink-soft">{t("booking.why.reasonHelp")}</span>
        <textarea required rows={3} maxLength={500} data-testid="reason" className="rounded-card border border-line-strong bg-surface p-4" value={reason} onChange={(e) => setReason(e.target.value)} />
      </label>
      <Needs needs={needs} remembered={remembered} onChange={setSaid} />
      {error !== null && <Taken error={error} onOther={onOther} />}
      <div className="grid justify-items-start gap-2">
        <Button type="submit" large disabled={busy || !reason.trim()} data-testid="book" className="max-sm:w-full">{t(own ? "booking.why.go" : "booking.why.goStaff")}</Button>
        {own && <p className="text-base text-ink-soft">{t("booking.why.kept")}</p>}
      </div>
    </form>
  );
}

function useBooking(onOther: (start: string | null) => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const book = async (wish: Parameters<typeof api.book>[0]) => {
    setBusy(true);
    setError(null);
    try {
      const { id, status } = await api.book(wish);
      for (const changed of ["appointments", "slots", "doctors"]) void queries.invalidateQueries({ queryKey: [changed] });
      void queries.invalidateQueries({ queryKey: ["needs"] });
      await navigate(status === "HELD" ? `/checkout/${id}` : "/", { replace: true });
    } catch (refusal) {
      setError(refusal);
      void queries.invalidateQueries({ queryKey: ["slots"] });
      setBusy(false);
    }
  };
  return { book, busy, error, onOther };
}
