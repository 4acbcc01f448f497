import { useTranslation } from "react-i18next";
import { Bars } from "../../components/Bars";
import { useStore } from "../../hooks/useStore";
import { effectWords, reasonWords } from "../../lib/verdict-words";
import type { OpenCall } from "./warm-call";

/** Bars, a word, and, while something is wrong, why: said once, politely. Opens the measurements. */
export function QualityIndicator({ open, name, on, onOpen }: { open: OpenCall; name: string; on: boolean; onOpen: () => void }) {
  const { t } = useTranslation();
  const { quality } = useStore(open.call.store);
  const word = quality ? t(`call.quality.${quality.score}`) : "";
  const verdict = quality?.verdict;
  const reason = verdict ? reasonWords(t, verdict, name) : "";
  const effect = verdict ? effectWords(t, verdict, name) : "";
  return (
    <div className="grid max-w-80 justify-items-end gap-2">
      {quality && (
        <button
          type="button" data-testid="quality" data-score={quality.score} data-cause={quality.verdict.cause} data-side={quality.verdict.side}
          data-direction={quality.verdict.direction} aria-expanded={on} title={t("quality.open")} onClick={onOpen}
          className="inline-flex min-h-11 items-center gap-2 rounded-full bg-black/40 px-4 text-base hover:bg-black/60"
        >
          <span className={quality.score < 4 ? "max-sm:sr-only" : "sr-only"}>{word}</span>
          <Bars score={quality.score} />
        </button>
      )}
      <p role="status" data-testid="quality-reason" className={reason ? "rounded-2xl bg-black/60 px-4 py-2 text-base" : "sr-only"}>
        {reason}{reason && effect && " "}{reason && effect}
      </p>
    </div>
  );
}

/** How the other side fares. */
export function PeerBars({ open, name }: { open: OpenCall; name: string }) {
  const { t } = useTranslation();
  const { quality } = useStore(open.call.store);
  const score = quality?.theirs?.score;
  if (score === null || score === undefined) return null;
  const words = `${name}: ${t(`call.quality.${score}`)}`;
  return <span data-testid="peer-quality" data-score={score} title={words}><span className="sr-only">{words}</span><Bars score={score} className="h-3.5 opacity-80" /></span>;
}
