import { useTranslation } from "react-i18next";
import { LANGUAGES, speak } from "../i18n";

export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  return (
    <select
      aria-label={t("common.language")}
      className="min-h-11 rounded-full border border-line bg-surface px-3 text-base"
      value={i18n.language.slice(0, 2)}
      onChange={(event) => {
        void speak(event.target.value);
        localStorage.setItem("language", event.target.value);
      }}
    >
      {Object.entries(LANGUAGES).map(([code, name]) => <option key={code} value={code} lang={code}>{name}</option>)}
    </select>
  );
}
