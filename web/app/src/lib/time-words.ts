import type { TFunction } from "i18next";

/**
 * The reader's own way to write times, where their browser says more than the language: 14:30 in Britain, 2:30 pm in America.
 * Arabic keeps the digits and the calendar of everything else here, whatever the country: 0 to 9, Gregorian.
 */
export function regional(language: string, own = globalThis.navigator?.language ?? language): string {
  const locale = own.startsWith(`${language}-`) ? own : language;
  return language === "ar" ? new Intl.Locale(locale, { calendar: "gregory", numberingSystem: "latn" }).toString() : locale;
}

/** "Today", "Tomorrow", "Thursday 26 November", of another year with its number; in the viewer's zone. */
export function dayWords(t: TFunction, iso: string, now: number, language: string): string {
  const day = dayOf(Date.parse(iso));
  if (day === dayOf(now)) return t("appointment.today");
  if (day === dayAfter(dayOf(now))) return t("appointment.tomorrow");
  const sameYear = day.slice(0, 4) === dayOf(now).slice(0, 4);
  const words: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long", ...(sameYear ? {} : { year: "numeric" }) };
  return new Intl.DateTimeFormat(regional(language), words).format(Date.parse(iso));
}

/** Times as people say them: "today at 14:30", in the viewer's zone. */
export function timeWords(t: TFunction, iso: string, now: number, language: string, zone?: string): string {
  const time = clock(iso, language, zone);
  const day = dayOf(Date.parse(iso), zone);
  if (day === dayOf(now, zone)) return t("appointment.today_at", { time });
  if (day === dayAfter(dayOf(now, zone))) return t("appointment.tomorrow_at", { time });
  const date = new Intl.DateTimeFormat(regional(language), { weekday: "long", day: "numeric", month: "long", ...inZone(zone) });
  return t("appointment.on_at", { day: date.format(Date.parse(iso)), time });
}

/** "7 January 2030 at 09:00", for lists that reach back for years. */
export function dateAndTime(iso: string, language: string): string {
  return new Intl.DateTimeFormat(regional(language), { dateStyle: "long", timeStyle: "short" }).format(Date.parse(iso));
}

export function clock(iso: string, language: string, zone?: string): string {
  const time = new Intl.DateTimeFormat(regional(language), { hour: "2-digit", minute: "2-digit", ...inZone(zone) }).format(Date.parse(iso));
  // What belongs together stays on one line.
  return time.replaceAll(" ", "\u00a0");
}

/** "in 8 minutes", "now", "began 3 minutes ago"; empty when it is over a day away. */
export function untilWords(t: TFunction, iso: string, now: number): string {
  const minutes = Math.ceil((Date.parse(iso) - now) / 60_000);
  if (minutes < 0) return t("appointment.began", { count: -minutes });
  if (minutes === 0) return t("appointment.now");
  if (minutes < 60) return t("appointment.inMinutes", { count: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 24 ? t("appointment.inHours", { count: hours }) : "";
}

/** Whole minutes from then to now, never less than none. */
export function minutesSince(iso: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(iso)) / 60_000));
}

/** "Berlin" of "Europe/Berlin": the name of a zone as people know it. */
export function zoneName(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** "12:04", or "1:02:03" from an hour on. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

function dayOf(at: number, zone?: string): string {
  return new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", ...inZone(zone) }).format(at);
}

/** By the calendar: where clocks change, 24 hours later may be the same day still, or the one after the next. */
function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function inZone(zone?: string): { timeZone?: string } {
  return zone ? { timeZone: zone } : {};
}
