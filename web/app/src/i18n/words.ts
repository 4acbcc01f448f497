/** What every page says, whole for each language, so that a page fetches the one it speaks and no other. */
const FIRST = import.meta.glob<{ default: object }>("./*/first.json");

/** Each by its own name, for those who do not read the one that is on. */
export const LANGUAGES: Record<string, string> = { en: "English", de: "Deutsch", fr: "Français", es: "Español", ar: "العربية" };

/** The language that was chosen here, else the browser's, else English. */
export function spoken(): string {
  const wanted = [localStorage.getItem("language"), ...navigator.languages].map((language) => language?.slice(0, 2) ?? "");
  return wanted.find((language) => language in LANGUAGES) ?? "en";
}

export async function loadWords(language: string): Promise<object> {
  // Only who reads it fetches its letters.
  if (language === "ar") void import("../letters/arabic.css").catch(() => undefined);
  const file = FIRST[`./${language}/first.json`];
  if (!file) throw new Error(`no words in ${language}`);
  return (await file()).default;
}
