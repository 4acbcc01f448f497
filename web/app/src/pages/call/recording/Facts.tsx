import { useTranslation } from "react-i18next";

/** What people have to know before they answer: what for, where, how long, who may see it, and that a no costs nothing. */
export function Facts({ keptDays, onWithdrawal }: { keptDays: number | null; onWithdrawal: "keep" | "delete" | null }) {
  const { t } = useTranslation();
  const facts = [
    ["what", t("recording.facts.what")],
    ["purpose", t("recording.facts.purpose")],
    ["place", t("recording.facts.place")],
    ["kept", keptDays === null ? t("recording.facts.keptRule") : keptWords(t, keptDays)],
    ["who", t("recording.facts.who")],
    ["back", t(onWithdrawal === null ? "recording.facts.back" : onWithdrawal === "keep" ? "recording.facts.backKeep" : "recording.facts.backDelete")],
  ] as const;
  return (
    <ul className="grid list-disc gap-1.5 ps-5 text-base" data-testid="recording-facts">
      {facts.map(([id, words]) => <li key={id}>{words}</li>)}
    </ul>
  );
}

function keptWords(t: ReturnType<typeof useTranslation>["t"], days: number): string {
  const years = Math.round(days / 365);
  return years >= 1 && Math.abs(days - years * 365) <= years ? t("recording.facts.keptYears", { count: years }) : t("recording.facts.keptDays", { count: days });
}
