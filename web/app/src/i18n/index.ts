import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import de from "./de.json";
import en from "./en.json";

/** Each by its own name, for those who do not read the one that is on. */
export const LANGUAGES: Record<string, string> = { en: "English", de: "Deutsch" };
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

function apply(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = RIGHT_TO_LEFT.has(language.slice(0, 2)) ? "rtl" : "ltr";
}

void i18next.use(initReactI18next).init({
  resources: { en: { translation: en }, de: { translation: de } },
  lng: localStorage.getItem("language") ?? navigator.languages.map((one) => one.slice(0, 2)).find((one) => one in LANGUAGES) ?? "en",
  fallbackLng: "en",
  interpolation: { escapeValue: false },
});
i18next.on("languageChanged", apply);
apply(i18next.language);

export default i18next;
