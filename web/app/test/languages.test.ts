import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../src/i18n/words";
import { allWords, flat, section, sectionsOf, SPOKEN } from "./languages";

/** Plural forms that a language has and English has not (Arabic has six, English two), by the rules of the platform. */
const PLURAL = /_(zero|one|two|few|many|other)$/;
const plain = (keys: string[]) => [...new Set(keys.map((key) => key.replace(PLURAL, "")))].sort();
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).filter((name) => name !== "device").sort();
/** Of two words or more, values left aside: single words, as "Conversations", may be the same in two languages. */
const isSentence = (text: string) => {
  const said = text.replace(/\{\{\w+\}\}/g, "").trim();
  return said.length > 12 && /\p{L}\s+\p{L}/u.test(said);
};
const english = flat(allWords("en"));
const counted = [...new Set(Object.keys(english).filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, "")))];

describe("A12: languages", () => {
  it("are those that can be chosen", () => {
    expect(SPOKEN).toEqual(Object.keys(LANGUAGES).sort());
  });

  it.each(SPOKEN)("%s says the same things, in the same files", (language) => {
    expect(sectionsOf(language)).toEqual(sectionsOf("en"));
    for (const name of sectionsOf("en")) expect(plain(Object.keys(flat(section(language, name))))).toEqual(plain(Object.keys(flat(section("en", name)))));
  });

  it.each(SPOKEN)("%s holds the same values in each sentence", (language) => {
    const theirs = flat(allWords(language));
    const different = Object.keys(theirs).filter((key) => {
      const original = english[key] ?? english[key.replace(PLURAL, "_other")] ?? "";
      // "One file" and "two files" need not say the number.
      const number = PLURAL.test(key) && !key.endsWith("_other");
      const names = (text: string) => placeholders(text).filter((name) => !number || name !== "count");
      return JSON.stringify(names(theirs[key] ?? "")) !== JSON.stringify(names(original));
    });
    expect(different).toEqual([]);
  });

  it.each(SPOKEN)("%s has each plural form that it needs", (language) => {
    const theirs = flat(allWords(language));
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    expect(counted.flatMap((key) => forms.filter((form) => !(`${key}_${form}` in theirs)).map((form) => `${key}_${form}`))).toEqual([]);
  });

  it.each(SPOKEN.filter((language) => language !== "en"))("%s is a language of its own", (language) => {
    const theirs = flat(allWords(language));
    expect(Object.keys(english).filter((key) => english[key] === theirs[key] && isSentence(english[key] ?? ""))).toEqual([]);
  });
});
