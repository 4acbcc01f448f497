/** A number with its unit as people of that language write it; undefined for what was not measured. */
export function withUnit(value: number | null | undefined, unit: "millisecond" | "second" | "percent", language: string): string | undefined {
  if (value === null || value === undefined) return undefined;
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 }).format(value);
}

/** @param word the unit; browsers' own short one, Mb/s, reads like megabytes */
export function megabits(kbps: number | null | undefined, word: string, language: string): string | undefined {
  if (kbps === null || kbps === undefined) return undefined;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(kbps / 1_000)}\u00a0${word}`;
}
