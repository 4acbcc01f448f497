import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { LANGUAGES, loadWords, spoken } from "./words";

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

function apply(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = RIGHT_TO_LEFT.has(language.slice(0, 2)) ? "rtl" : "ltr";
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
  interpolation: { escapeValue: false },
  // Its advertisement in every visitor's console.
  showSupportNotice: false,
});

export { LANGUAGES };
export default i18next;
