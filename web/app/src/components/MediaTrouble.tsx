import type { LocalMedia, LocalMediaState, MediaProblem } from "@consilium/call-engine";
import { useTranslation } from "react-i18next";
import { useStore } from "../hooks/useStore";
import { browserFamily, isApp, system } from "../lib/browser-family";
import { remedyFor } from "../lib/remedy";
import { Button } from "./Button";
import { Elsewhere } from "./Elsewhere";
import { Notice } from "./Notice";

export type Missing = "camera" | "microphone" | "both";

/** What cannot be had, what to do about it in this very browser, and how to go on without. */
export function MediaTrouble({ media, compact = false }: { media: LocalMedia; compact?: boolean }) {
  const { t } = useTranslation();
  const state = useStore(media.store);
  const troubles = troublesOf(state);
  if (troubles.length === 0) return null;
  const without: Missing = state.camera.problem && state.microphone.problem ? "both" : state.camera.problem ? "camera" : "microphone";
  const retry = troubles.some(({ problem }) => remedyFor(problem, browserFamily(), system()).retry);
  return (
    <Notice tone="warn" testId="media-trouble">
      <div className="grid gap-3">
        {troubles.map(({ missing, problem }) => <Words key={missing} missing={missing} problem={problem} compact={compact} />)}
        <div className="flex flex-wrap gap-2">
          {retry && <Button onClick={() => void media.retry()} data-testid="media-retry">{t("common.tryAgain")}</Button>}
          <Button look="calm" onClick={() => void media.goWithout()} data-testid="go-without">{t(`rescue.without.${without}`)}</Button>
        </div>
        {!compact && <p className="text-base">{t("rescue.withoutHelp")}</p>}
      </div>
    </Notice>
  );
}

function Words({ missing, problem, compact }: { missing: Missing; problem: MediaProblem; compact: boolean }) {
  const { t } = useTranslation();
  const family = browserFamily();
  const remedy = remedyFor(problem, family, system());
  const device = t(`rescue.device.${missing}`);
  const byItself = problem === "DENIED" || problem === "DISMISSED" || problem === "NOT_FOUND";
  return (
    <div data-testid={`problem-${missing}`} data-problem={problem}>
      <p className="font-semibold">{t(`rescue.title.${problem}`, { device })}</p>
      {remedy.steps.map((step) => <p key={step}>{t(step, { device })}</p>)}
      {byItself && !isApp(family) && !compact && <p className="text-base">{t("rescue.byItself")}</p>}
      {remedy.elsewhere && !compact && <Elsewhere open={isApp(family)} />}
    </div>
  );
}

/** One trouble for both when it is the same one. */
export function troublesOf({ camera, microphone }: Pick<LocalMediaState, "camera" | "microphone">): { missing: Missing; problem: MediaProblem }[] {
  if (camera.problem && camera.problem === microphone.problem) return [{ missing: "both", problem: camera.problem }];
  return [
    ...(camera.problem ? [{ missing: "camera" as const, problem: camera.problem }] : []),
    ...(microphone.problem ? [{ missing: "microphone" as const, problem: microphone.problem }] : []),
  ];
}
