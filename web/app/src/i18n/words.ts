/** Each language in a file of its own and whole, so that a page fetches the one it speaks and no other. */
const FILES: Record<string, () => Promise<{ default: object }>> = {
  en: () => import("./en.json"),
  de: () => import("./de.json"),
};

/** Each by its own name, for those who do not read the one that is on. */
export const LANGUAGES: Record<string, string> = { en: "English", de: "Deutsch" };

/** The language that was chosen here, else the browser's, else English. */
export function spoken(): string {
  const wanted = [localStorage.getItem("language"), ...navigator.languages].map((language) => language?.slice(0, 2) ?? "");
  return wanted.find((language) => language in FILES) ?? "en";
}

export async function loadWords(language: string): Promise<object> {
  const file = FILES[language];
  if (!file) throw new Error(`no words in ${language}`);
  return (await file()).default;
}
