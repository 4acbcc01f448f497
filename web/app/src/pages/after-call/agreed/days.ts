/** The day in so many days, as YYYY-MM-DD where the reader is. */
export function dayIn(days: number, now: Date = new Date()): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** "Monday 21 January": a day is a day, wherever somebody reads it. */
export function dayName(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(Date.parse(`${day}T12:00:00Z`));
}

/** From when on to look for free times around a day: three days before it, but never in the past. */
export function aroundFrom(day: string, now: Date = new Date()): string {
  const early = Date.parse(`${day}T00:00:00Z`) - 3 * 86_400_000;
  return new Date(Math.max(early, now.getTime())).toISOString();
}
