import { Bell, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { useStore } from "../hooks/useStore";
import { clock } from "../lib/time-words";
import { useSession } from "./session";

/** A ring that nobody answered is said on every page; the appointments' page says it at the appointment itself. */
export function MissedRings() {
  const { t, i18n } = useTranslation();
  const { lobby } = useSession();
  const { missed } = useStore(lobby.store);
  const ring = missed.at(-1);
  if (useLocation().pathname === "/" || !ring) return null;
  return (
    <div role="status" data-testid="missed-ring" className="flex items-center gap-3 rounded-card bg-warn px-4 py-1 text-on-warn">
      <Bell aria-hidden="true" size={20} className="shrink-0" />
      <p className="flex-1">
        {t("appointment.missedAt", { name: ring.from.name, time: clock(ring.since, i18n.language) })}{" "}
        <Link to="/" onClick={() => lobby.dismissMissed()} className="font-semibold underline">{t("common.show")}</Link>
      </p>
      <button type="button" aria-label={t("common.close")} onClick={() => lobby.dismissMissed()} className="inline-flex size-11 items-center justify-center rounded-full"><X aria-hidden="true" size={20} /></button>
    </div>
  );
}
