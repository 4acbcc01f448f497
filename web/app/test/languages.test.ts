import { describe, expect, it } from "vitest";
import de from "../src/i18n/de.json";
import en from "../src/i18n/en.json";

interface Words { [key: string]: string | Words }
const flat = (words: Words, prefix = ""): Record<string, string> =>
  Object.entries(words).reduce(
    (all, [key, value]) => ({ ...all, ...(typeof value === "string" ? { [prefix + key]: value } : flat(value, `${prefix}${key}.`)) }), {});
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).filter((name) => name !== "device").sort();

describe("languages", () => {
  const english = flat(en as Words);
  const german = flat(de as Words);

  it("all say the same things", () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.keys(english))("%s holds the same values in each", (key) => {
    expect(placeholders(german[key] ?? "")).toEqual(placeholders(english[key] ?? ""));
  });

  it("are different languages", () => {
    const same = Object.keys(english).filter((key) => english[key] === german[key] && (english[key]?.length ?? 0) > 12);
    expect(same).toEqual([]);
  });
});
