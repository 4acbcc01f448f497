import type { FreeSlot } from "../../api";

export type PartOfDay = "morning" | "afternoon" | "evening";

const NOON = 12;
const EVENING = 17;

export interface Day { key: string; start: string; parts: { part: PartOfDay; slots: FreeSlot[] }[] }

/** Free times by the viewer's days, and by morning, afternoon and evening of these; the day of the viewer, not of the doctor. */
export function byDay(slots: FreeSlot[], zone?: string): Day[] {
  const days = new Map<string, FreeSlot[]>();
  for (const slot of slots) {
    const key = dayKey(slot.start, zone);
    days.set(key, [...(days.get(key) ?? []), slot]);
  }
  return [...days].map(([key, those]) => ({ key, start: those[0]?.start ?? "", parts: parts(those, zone) }));
}

function parts(slots: FreeSlot[], zone?: string): Day["parts"] {
  const groups: Record<PartOfDay, FreeSlot[]> = { morning: [], afternoon: [], evening: [] };
  for (const slot of slots) groups[partOf(slot.start, zone)].push(slot);
  return (Object.keys(groups) as PartOfDay[]).filter((part) => groups[part].length > 0).map((part) => ({ part, slots: groups[part] }));
}

function partOf(start: string, zone?: string): PartOfDay {
  const hour = Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", ...(zone ? { timeZone: zone } : {}) }).format(Date.parse(start)));
  return hour < NOON ? "morning" : hour < EVENING ? "afternoon" : "evening";
}

export function dayKey(start: string, zone?: string): string {
  return new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", ...(zone ? { timeZone: zone } : {}) }).format(Date.parse(start));
}

/** Names of languages in the reader's own language: "Deutsch, Englisch". */
export function languageNames(tags: string[], language: string): string {
  const names = new Intl.DisplayNames(language, { type: "language" });
  const said = tags.map((tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  });
  return new Intl.ListFormat(language, { type: "unit" }).format(said);
}

/** Whether every word of what somebody looks for stands somewhere in what is known of a doctor. */
export function matches(wanted: string, known: string[]): boolean {
  const text = plain(known.join(" "));
  return plain(wanted).split(/\s+/).every((word) => text.includes(word));
}

/** Nobody must know how a name is accented. */
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
