import type { Light, LocalMedia, PreflightState } from "@consilium/call-engine";
import { CircleAlert, CircleCheck, CircleDashed } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStore } from "../../hooks/useStore";

const ICONS = { good: CircleCheck, risk: CircleAlert, open: CircleDashed } as const;
const COLOURS = { good: "text-good", risk: "text-danger", open: "text-ink-soft" } as const;
const LINES = ["camera", "microphone", "connection"] as const;
type Line = (typeof LINES)[number];

/** Three lines that turn good one by one. */
export function Lines({ state, media }: { state: PreflightState; media: LocalMedia }) {
  const words = useWords(state, media);
  return (
    <ul className="grid gap-3" aria-live="polite">
      {LINES.map((line) => <LineOf key={line} line={line} light={state.verdict.lights[line]} words={words(line)} progress={line === "connection" && state.running ? state.progress : null} />)}
    </ul>
  );
}

function LineOf({ line, light, words, progress }: { line: Line; light: Light; words: string; progress: number | null }) {
  const { t } = useTranslation();
  const Icon = ICONS[light];
  // What is wrong with a device names it already.
  const named = light !== "risk" || line === "connection";
  return (
    <li data-testid={`check-${line}`} data-light={light} className="relative flex min-h-14 items-center gap-3 overflow-hidden rounded-card bg-surface px-4 py-3">
      <Icon aria-hidden="true" className={`shrink-0 ${COLOURS[light]}`} />
      <span>{named && <strong>{t(`check.${line}`)} </strong>}{words}</span>
      {progress !== null && (
        <progress value={progress} max={100} aria-label={t(`check.${line}`)} className="absolute inset-x-0 bottom-0 h-1 w-full appearance-none [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-primary" />
      )}
    </li>
  );
}

function useWords({ verdict, results, progress, running }: PreflightState, media: LocalMedia): (line: Line) => string {
  const { t } = useTranslation();
  const local = useStore(media.store);
  const prefixes = { camera: /^CAMERA_/, microphone: /^MICROPHONE_/, connection: /^(SIGNALLING|NO_WAY|RELAY|LOSS|DELAY|JITTER|BANDWIDTH)/ };
  return (line) => {
    const light = verdict.lights[line];
    if (light === "good") return t("check.good");
    const finding = verdict.findings.find((one) => prefixes[line].test(one));
    if (light === "risk" && finding) return t(`check.finding.${finding}.what`);
    if (line === "connection") return running ? t("check.checkingPercent", { percent: progress }) : t("check.checking");
    if (local[line].problem === "NO_ANSWER") return t("check.waiting");
    return line === "microphone" && results.microphone === null && local.microphone.on ? t("check.speak") : t("check.checking");
  };
}
