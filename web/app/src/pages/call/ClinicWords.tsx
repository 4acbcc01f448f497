import { Building2, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "../../hooks/useStore";
import { lastOfClinic } from "./clinic-words";
import type { OpenCall } from "./warm-call";

/** A7: what the clinic said into this call, marked as the clinic's, until it was put away. It stays in the chat. */
export function ClinicWords({ open, className = "" }: { open: OpenCall; className?: string }) {
  const { t } = useTranslation();
  const { chat } = useStore(open.call.store);
  const [away, setAway] = useState<string | null>(null);
  const said = lastOfClinic(chat);
  const shown = said !== null && said.id !== away;
  return (
    <div role="alert" className={className}>
      {shown && (
        <div data-testid="clinic-words" className="pointer-events-auto flex w-full max-w-xl items-start gap-3 rounded-card bg-calm py-2 pe-2 ps-4 text-on-calm shadow-(--shadow)">
          <Building2 aria-hidden="true" size={22} className="mt-2.5 shrink-0" />
          <div className="min-w-0 flex-1 py-2">
            <p className="text-base font-semibold">{t("chat.fromClinic")}</p>
            <p className="whitespace-pre-line break-words">{said.text}</p>
          </div>
          <button type="button" data-testid="clinic-words-away" aria-label={t("common.close")} onClick={() => setAway(said.id)} className="inline-flex size-11 shrink-0 items-center justify-center rounded-full hover:bg-black/10"><X aria-hidden="true" size={20} /></button>
        </div>
      )}
    </div>
  );
}
