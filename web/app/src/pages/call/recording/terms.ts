import type { TFunction } from "i18next";

/** The rules of this clinic, as far as the page knows them. */
export interface Rules { keptDays: number | null; onWithdrawal: "keep" | "delete" | null; service: string | null; place?: "server" | "bucket" }

/** What people have to know before they answer: what for, where, how long, who may see it, and that a no costs nothing. */
export function factsOf(t: TFunction, { keptDays, onWithdrawal, service, place }: Rules): (readonly [id: string, words: string])[] {
  return [
    ["what", t("recording.facts.what")],
    ["purpose", t("recording.facts.purpose")],
    ["place", placeWords(t, service, place === "bucket")],
    ["kept", keptDays === null ? t("recording.facts.keptRule") : keptWords(t, keptDays)],
    ["who", t("recording.facts.who")],
    ["back", t(onWithdrawal === null ? "recording.facts.back" : onWithdrawal === "keep" ? "recording.facts.backKeep" : "recording.facts.backDelete")],
  ];
}

/** The same as one text, a line a fact: what the clinic writes down beside the answer. */
export function textOf(t: TFunction, rules: Rules): string {
  return factsOf(t, rules).map(([, words]) => words).join("\n");
}

function placeWords(t: TFunction, service: string | null, bucket: boolean): string {
  if (service === null) return t(bucket ? "recording.facts.placeBucket" : "recording.facts.place");
  return t(bucket ? "recording.facts.placeServiceBucket" : "recording.facts.placeService", { service });
}

function keptWords(t: TFunction, days: number): string {
  const years = Math.round(days / 365);
  return years >= 1 && Math.abs(days - years * 365) <= years ? t("recording.facts.keptYears", { count: years }) : t("recording.facts.keptDays", { count: days });
}
