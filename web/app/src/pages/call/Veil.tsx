import { useTranslation } from "react-i18next";
import { useStore } from "../../hooks/useStore";
import type { OpenCall } from "./warm-call";

/** A calm veil over the last picture while a connection comes back. */
export function Veil({ open, name, present }: { open: OpenCall; name: string; present: boolean }) {
  const { t } = useTranslation();
  const { link, connection, consultation } = useStore(open.call.store);
  const reconnecting = link === "reconnecting" || (connection === "reconnecting" && link !== "up");
  const words = !present
    ? t(consultation?.phase === "INTERRUPTED" ? "call.dropped" : "call.left", { name })
    : reconnecting ? t("call.reconnecting") : null;
  return (
    <div aria-live="polite" className="pointer-events-none absolute inset-x-0 top-24 flex justify-center px-4">
      {words && (
        <div data-testid={present ? "reconnecting" : "other-away"} className="rounded-card bg-surface/95 px-6 py-4 text-center shadow-(--shadow)">
          <p className="text-xl font-semibold">{words}</p>
          {present && <p className="text-ink-soft">{t("call.reconnectingHelp")}</p>}
        </div>
      )}
    </div>
  );
}
