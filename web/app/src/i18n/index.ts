import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { isolated } from "./isolated";
import { LANGUAGES, loadWords, spoken } from "./words";

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

/** Sections that pages shown so far speak in. */
const wanted = new Set<string>();

const rightToLeft = (language: string) => RIGHT_TO_LEFT.has(language.slice(0, 2));

function apply(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = rightToLeft(language) ? "rtl" : "ltr";
}

const files = {
  type: "backend" as const,
  init: () => undefined,
  read: (language: string, _namespace: string, done: (error: unknown, words: object | null) => void) => {
    loadWords(language).then((words) => done(null, words), (error: unknown) => done(error, null));
  },
};

i18next.on("languageChanged", apply);

/** Resolves when there are words to show. */
export const wordsReady: Promise<unknown> = i18next.use(initReactI18next).use(files as never).init({
  lng: spoken(),
  supportedLngs: Object.keys(LANGUAGES),
  fallbackLng: false,
  // React escapes; what is left to do for a value is to keep its direction to itself.
  interpolation: { escapeValue: true, escape: (value) => isolated(String(value), rightToLeft(i18next.language)) },
  // Its advertisement in every visitor's console.
  showSupportNotice: false,
});

/** Has the words of these sections at hand in the language that is on. Rejects where they cannot be fetched. */
export async function addWords(...sections: string[]): Promise<void> {
  if (sections.length === 0) return;
  await wordsReady;
  await fetchWords(i18next.language, sections);
  sections.forEach((section) => wanted.add(section));
}

/** Changes the language of everything that is shown; until its words are there, the old one stays. */
export async function speak(language: string): Promise<void> {
  await i18next.loadLanguages(language);
  await fetchWords(language, [...wanted]);
  await i18next.changeLanguage(language);
}

async function fetchWords(language: string, sections: string[]): Promise<void> {
  const { loadSection } = await import("./sections");
  const parts = await Promise.all(sections.map((section) => loadSection(language, section)));
  for (const words of parts) i18next.addResourceBundle(language, "translation", words, true, true);
}

// What somebody chooses in one tab holds in the others.
addEventListener("storage", ({ key, newValue }) => {
  if (key === "language" && newValue !== null && newValue in LANGUAGES) void speak(newValue);
});

export { LANGUAGES };
export default i18next;
