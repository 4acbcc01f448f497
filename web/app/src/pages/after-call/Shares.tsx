import { useTranslation } from "react-i18next";
import type { Pictures } from "../../api";
import type { MeasureWords } from "../../lib/measure-words";

const TONES = { sharp: "fill-primary", medium: "fill-primary opacity-60", small: "fill-primary opacity-30", none: "fill-line" } as const;
const SIZES = ["sharp", "medium", "small", "none"] as const;

/** How large the picture was, and for how much of the time: one bar, and the same in words. */
export function Shares({ pictures, words }: { pictures: Pictures; words: MeasureWords }) {
  const { t } = useTranslation();
  const parts = SIZES.filter((size) => pictures[size] > 0);
  return (
    <div className="grid gap-1">
      <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full max-w-40 rounded-full">
        {parts.map((size) => <rect key={size} x={100 * before(pictures, size)} width={100 * pictures[size]} height="8" className={TONES[size]} />)}
      </svg>
      <span className="text-sm">{parts.map((size) => `${t(`quality.${size}`)} ${words.percent(pictures[size])}`).join(", ")}</span>
    </div>
  );
}

function before(pictures: Pictures, size: (typeof SIZES)[number]): number {
  return SIZES.slice(0, SIZES.indexOf(size)).reduce((sum, earlier) => sum + pictures[earlier], 0);
}
