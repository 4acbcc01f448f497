import { regional } from "../../../lib/time-words";

/** The day in so many days, as YYYY-MM-DD where the reader is. */
export function dayIn(days: number, now: Date = new Date()): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** "Monday 21 January": a day is a day, wherever somebody reads it. */
export function dayName(day: string, language: string): string {
  return new Intl.DateTimeFormat(regional(language), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(Date.parse(`${day}T12:00:00Z`));
}

/** From when on to look for free times around a day: three days before it, but never in the past. */
export function aroundFrom(day: string, now: Date = new Date()): string {
  const early = Date.parse(`${day}T00:00:00Z`) - 3 * 86_400_000;
  return new Date(Math.max(early, now.getTime())).toISOString();
}

/** The instant that a proposal means: its time, or the middle of its day. */
export function target(followUp: { day: string; at: string | null }): number {
  return Date.parse(followUp.at ?? `${followUp.day}T12:00:00Z`);
}

/** The few free times closest to an instant, in the order of their days. */
export function nearest<S extends { start: string }>(slots: S[], to: number, count: number): S[] {
  return [...slots]
    .sort((a, b) => Math.abs(Date.parse(a.start) - to) - Math.abs(Date.parse(b.start) - to))
    .slice(0, count)
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
}
