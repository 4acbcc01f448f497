import i18next, { type TFunction } from "i18next";
import type { Item } from "../../api/prescriptions";

export const ROUTES = ["ORAL", "SUBLINGUAL", "INHALED", "NASAL", "EYE", "EAR", "SKIN", "RECTAL", "VAGINAL", "INJECTION"];
export const FREQUENCIES = [
  "ONCE_DAILY", "TWICE_DAILY", "THREE_TIMES_DAILY", "FOUR_TIMES_DAILY", "MORNING", "EVENING", "EVERY_4_HOURS", "EVERY_6_HOURS", "EVERY_8_HOURS", "EVERY_12_HOURS", "WEEKLY", "AS_NEEDED",
];

export const NEW_ITEM: Item = { medication: "", code: null, system: null, dose: "", route: "ORAL", frequency: "", days: null, notes: "" };

/** A code of ours in the reader's words; the doctor's own words as they are. */
export const routeWords = (t: TFunction, route: string) => (ROUTES.includes(route) ? t(`prescription.routes.${route}`) : route);
export const frequencyWords = (t: TFunction, frequency: string) => (FREQUENCIES.includes(frequency) ? t(`prescription.frequencies.${frequency}`) : frequency);

/** What was typed, as a code where it says the same as one; so the patient reads it in their own language. */
export function codeOf(typed: string, codes: string[], words: (code: string) => string): string {
  const plain = typed.trim().toLocaleLowerCase();
  return codes.find((code) => words(code).toLocaleLowerCase() === plain) ?? typed;
}

/** "500 mg, by mouth, three times a day, 7 days". */
export function itemLine(t: TFunction, item: Item): string {
  const days = item.days === null ? t("prescription.ongoing") : t("prescription.forDays", { count: item.days });
  // Each part in its own direction (UAX #9): a dose in Latin letters stays whole between Arabic words.
  const parts = [item.dose, routeWords(t, item.route), frequencyWords(t, item.frequency), days].filter(Boolean).map((part) => `\u2068${part}\u2069`);
  return new Intl.ListFormat(i18next.language, { style: "short", type: "unit" }).format(parts);
}

export const isComplete = (item: Item) => [item.medication, item.dose, item.frequency].every((text) => text.trim() !== "");

/** Allergies that a medication's name holds, or whose name holds the medication's. A hint: it knows names, not groups. */
export function allergiesIn(medication: string, names: string[]): string[] {
  const name = medication.trim().toLocaleLowerCase();
  return name.length < 4 ? [] : names.filter((allergy) => {
    const other = allergy.trim().toLocaleLowerCase();
    return other.length >= 4 && (name.includes(other) || other.includes(name));
  });
}
