import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import de from "./de.json";
import en from "./en.json";

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

function apply(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = RIGHT_TO_LEFT.has(language.slice(0, 2)) ? "rtl" : "ltr";
}

void i18next.use(initReactI18next).init({
  resources: { en: { translation: en }, de: { translation: de } },
  lng: localStorage.getItem("language") ?? navigator.language.slice(0, 2),
  fallbackLng: "en",
  interpolation: { escapeValue: false },
});
i18next.on("languageChanged", apply);
apply(i18next.language);

export default i18next;
