import { useTranslation } from "react-i18next";
import type { Recording } from "../../../api";
import { gapsIn, lengthWords } from "../../../lib/recording-words";
import { stopwatch } from "../../../lib/time-words";

/** So many are read at a glance. */
const FEW = 3;
const KNOWN = ["PAUSED", "LOST", "APART", "OTHER_FORMAT", "GONE", "NO_ROOM", "NOT_AGREED"];

/** What is not in the film, at which place, how long, and why. */
export function Gaps({ recording }: { recording: Recording }) {
  const { t } = useTranslation();
  const gaps = gapsIn(recording);
  if (gaps.length === 0) return null;
  const lines = (
    <ul data-testid="recording-gaps" className="grid gap-1 text-base">
      {gaps.map(({ at, length, reason }, index) => (
        <li key={index} data-reason={reason} className="grid grid-cols-[4.5rem_1fr] gap-2">
          <span className="text-ink-soft">{stopwatch(at)}</span>
          <span>{t(`recordings.gap.${KNOWN.includes(reason) ? reason : "LOST"}`, { time: lengthWords(t, length) })}</span>
        </li>
      ))}
    </ul>
  );
  if (gaps.length <= FEW) return lines;
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 text-primary underline">{t("recordings.gaps", { count: gaps.length })}</summary>
      {lines}
    </details>
  );
}
