import type { TFunction } from "i18next";
import type { Recording } from "../api";

export type Standing = "going" | "arriving" | "ready" | "empty" | "deleted";
type Gap = Recording["gaps"][number];

/** What may be done with a recording now. */
export function standing({ phase, arriving, durationMs }: Recording): Standing {
  if (phase === "DELETED") return "deleted";
  if (phase !== "STOPPED") return "going";
  if (arriving) return "arriving";
  return durationMs === null ? "empty" : "ready";
}

/** Nobody misses less. */
const NOTICED = 1_000;

/**
 * What is not in the film: `at` which place of the film and for how long, in ms. What touches is one gap. The film goes on
 * without pauses, and stands still where a part was lost.
 */
export function gapsIn({ startedAt, gaps }: Recording): { at: number; length: number; reason: string }[] {
  let leftOut = 0;
  return joined(gaps).map(({ from, to, reason }) => {
    const at = Math.max(0, Date.parse(from) - Date.parse(startedAt ?? from) - leftOut);
    const length = Date.parse(to) - Date.parse(from);
    if (reason !== "LOST") leftOut += length;
    return { at, length, reason };
  }).filter(({ length }) => length >= NOTICED);
}

function joined(gaps: Gap[]): Gap[] {
  return gaps.reduce<Gap[]>((all, gap) => {
    const last = all.at(-1);
    const touches = last?.reason === gap.reason && Date.parse(gap.from) - Date.parse(last.to) < NOTICED;
    return touches ? [...all.slice(0, -1), { ...last, to: gap.to }] : [...all, gap];
  }, []);
}

/** "40 seconds", "2 min 5 s". */
export function lengthWords(t: TFunction, milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 60 ? t("recordings.seconds", { count: seconds }) : t("appointment.duration", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

/** As people of that language write it: "12 MB". */
export function sizeWords(bytes: number, language: string): string {
  const [unit, of] = bytes < 1e6 ? (["kilobyte", 1e3] as const) : bytes < 1e9 ? (["megabyte", 1e6] as const) : (["gigabyte", 1e9] as const);
  const value = bytes / of;
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}
