import type { SafetyCode } from "@consilium/call-engine";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "../../hooks/useStore";
import { SidePanel } from "./Panels";
import { InBetween } from "./room/lazy-room";
import type { OpenCall } from "./warm-call";

/** The number both read to each other (V13). */
export function PrivacyPanel({ open, onClose }: { open: OpenCall; onClose: () => void }) {
  const { t } = useTranslation();
  const code = useSafetyCode(open);
  const { abilities } = useStore(open.call.store);
  return (
    <SidePanel title={t("privacy.title")} onClose={onClose} testId="privacy-panel">
      <div className="grid gap-4 overflow-y-auto p-5">
        {abilities.safetyCode ? (
          <>
            <p>{t("privacy.lead")}</p>
            <div aria-live="polite">
              {code.state === "known" ? <Known groups={code.groups} /> : <p data-testid={`safety-${code.state}`}>{t(`privacy.${code.state}`)}</p>}
            </div>
          </>
        ) : <InBetween provider={abilities.provider} />}
      </div>
    </SidePanel>
  );
}

function Known({ groups }: { groups: string[] }) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-4">
      <p>{t("privacy.read")}</p>
      {/* Digit by digit for a screen reader; numbers run from left to right in every language. */}
      <p dir="ltr" data-testid="safety-code" className="rounded-card bg-ground p-4 text-center text-3xl font-bold tabular-nums tracking-wider">
        <span aria-hidden="true">{groups.join(" ")}</span>
        <span className="sr-only">{`${t("privacy.code")}: ${groups.map((group) => [...group].join(" ")).join(", ")}`}</span>
      </p>
      <p className="text-ink-soft">{t("privacy.differs")}</p>
    </div>
  );
}

/** Anew whenever a connection comes up: what is shown belongs to the connection that carries the call now. */
function useSafetyCode({ call }: OpenCall): SafetyCode {
  const { link, remote } = useStore(call.store);
  const [code, setCode] = useState<SafetyCode>({ state: "connecting" });
  useEffect(() => {
    let current = true;
    void call.safetyCode().then((fresh) => { if (current) setCode(fresh); }, () => undefined);
    return () => { current = false; };
  }, [call, link, remote]);
  return code;
}
