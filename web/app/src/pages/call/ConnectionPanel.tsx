import type { Quality } from "@consilium/call-engine";
import { useTranslation } from "react-i18next";
import { Bars } from "../../components/Bars";
import { useStore } from "../../hooks/useStore";
import { effectWords, reasonWords } from "../../lib/verdict-words";
import { ConnectionCharts } from "./ConnectionCharts";
import { ConnectionFacts } from "./ConnectionFacts";
import { SidePanel } from "./Panels";
import type { OpenCall } from "./warm-call";

/** Q6: what is measured, as words first, then as charts of the last two minutes, then as numbers. */
export function ConnectionPanel({ open, name, onClose }: { open: OpenCall; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { quality } = useStore(open.call.store);
  const looks = useStore(open.call.measured);
  return (
    <SidePanel title={t("quality.title")} onClose={onClose} testId="connection-panel">
      {/* Nothing in it can be focused, and the keyboard must be able to scroll it. */}
      <div tabIndex={0} role="group" aria-label={t("quality.title")} className="grid gap-6 overflow-y-auto p-5">
        {quality ? (
          <>
            <Summary quality={quality} name={name} />
            <ConnectionCharts looks={looks} />
            <ConnectionFacts quality={quality} name={name} />
          </>
        ) : (
          <p className="text-ink-soft">{t("quality.soon")}</p>
        )}
      </div>
    </SidePanel>
  );
}

function Summary({ quality, name }: { quality: Quality; name: string }) {
  const { t } = useTranslation();
  const { theirs, verdict } = quality;
  const reason = reasonWords(t, verdict, name);
  return (
    <div className="grid gap-3">
      <Fares who={t("call.you")} score={quality.score} />
      {theirs && <Fares who={name} score={theirs.score ?? 0} />}
      <p data-testid="connection-reason">{reason || t("quality.fine")} {reason && effectWords(t, verdict, name)}</p>
    </div>
  );
}

function Fares({ who, score }: { who: string; score: number }) {
  const { t } = useTranslation();
  return (
    <p className="flex items-center gap-3">
      <Bars score={score} className="shrink-0 text-primary" />
      <span><span className="font-semibold">{who}</span><br /><span className="text-base text-ink-soft">{t(`call.quality.${score}`)}</span></span>
    </p>
  );
}
