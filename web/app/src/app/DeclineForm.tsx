import type { DeclineReason, IncomingRing } from "@consilium/call-engine";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button";
import { useSession } from "./session";

const LONGEST_NOTE = 500;

/** Declining says why: the other one reads the reason, and a line of one's own when there is one (L3). */
export function DeclineForm({ ring }: { ring: IncomingRing }) {
  const { t } = useTranslation();
  const { user, lobby } = useSession();
  const [note, setNote] = useState("");
  const reasons: DeclineReason[] = user.role === "DOCTOR" ? ["IN_5_MINUTES", "NOT_NOW", "PLEASE_REBOOK"] : ["IN_5_MINUTES", "NOT_NOW"];
  return (
    <div className="grid w-full gap-3 border-t border-line pt-4" data-testid="decline-form">
      <label className="grid gap-1">
        <span>{t("ring.note", { name: ring.from.name })}</span>
        <input value={note} onChange={(event) => setNote(event.target.value)} maxLength={LONGEST_NOTE} data-testid="decline-note" className="min-h-12 rounded-xl border border-line-strong bg-ground px-4" />
      </label>
      <div className="flex flex-wrap gap-2">
        {reasons.map((why) => (
          <Button key={why} look="calm" className="max-sm:w-full" data-testid={`decline-${why}`} onClick={() => lobby.decline(ring.consultation, why, note.trim() || undefined)}>
            {t(`ring.why.${why}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
