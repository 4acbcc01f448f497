import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCode, readWords, wordFaults, type Sentences } from "../build/words";

const said = (words: Record<string, string>): Sentences => Object.fromEntries(Object.entries(words).map(([key, text]) => [key, { text, file: "x.json" }]));
const english = said({ "call.mute": "Mute {{name}}", "call.files_one": "One file", "call.files_other": "{{count}} files", "errors.NOT_FOUND": "Not there" });
const german = said({ "call.mute": "{{name}} stumm", "call.files_one": "Eine Datei", "call.files_other": "{{count}} Dateien", "errors.NOT_FOUND": "Nicht da" });
const without = (words: Sentences, key: string) => Object.fromEntries(Object.entries(words).filter(([name]) => name !== key));

describe("A12: a build without a word fails", () => {
  it("and has all of them here", () => {
    const source = join(__dirname, "../src");
    expect(wordFaults(readWords(join(source, "i18n")), readCode(source))).toEqual([]);
  });

  it("takes what is whole", () => {
    expect(wordFaults({ en: english, de: german }, ['t("call.mute")', "t(`errors.${code}`)", 't("call.files", { count })'])).toEqual([]);
  });

  it("names what a language lacks or has alone", () => {
    expect(wordFaults({ en: english, de: without(german, "call.mute") }, [])).toEqual(["de lacks call.mute"]);
    expect(wordFaults({ en: without(english, "call.mute"), de: german }, [])).toEqual(["de has call.mute, and English has not"]);
    expect(wordFaults({ en: english, de: without(german, "call.files_one") }, [])).toEqual(["de lacks call.files_one"]);
  });

  it("wants each plural form of a language", () => {
    expect(wordFaults({ en: english, ar: german }, []).sort()).toEqual(["few", "many", "two", "zero"].map((form) => `ar lacks call.files_${form}`));
  });

  it("wants the same values", () => {
    expect(wordFaults({ en: english, de: { ...german, "call.mute": { text: "Stumm", file: "x.json" } } }, [])).toEqual(["de says call.mute with other values than English"]);
  });

  it("finds in the code what no file holds", () => {
    const code = ['t("call.mutte")', '<Trans i18nKey="call.gone" />', "t(`errors.why.${code}`)", 't(on ? "call.mute" : "call.unmute")', 'import "call.ts"'];
    const faults = wordFaults({ en: english }, code);
    expect(faults).toContain("the code says call.mutte, and no file has it");
    expect(faults).toContain("the code says call.gone, and no file has it");
    expect(faults).toContain("the code says errors.why.…, and no file has it");
    expect(faults).toContain("the code says call.unmute, and no file has it");
  });
});
