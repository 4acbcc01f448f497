import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Words { [key: string]: string | Words }

const FOLDER = join(__dirname, "../src/i18n");

/** The languages that have a folder of words. */
export const SPOKEN = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();

/** The sections that a language has, each in a file. */
export const sectionsOf = (language: string): string[] => readdirSync(join(FOLDER, language)).map((name) => name.replace(".json", "")).sort();

export const section = (language: string, name: string): Words => JSON.parse(readFileSync(join(FOLDER, language, `${name}.json`), "utf8")) as Words;

function merge(all: Words, part: Words): Words {
  for (const [key, value] of Object.entries(part)) {
    const there = all[key];
    all[key] = typeof there === "object" && typeof value === "object" ? merge(there, value) : value;
  }
  return all;
}

/** Everything that is said in a language, as pages see it once all sections are there. */
export const allWords = (language: string): Words => sectionsOf(language).map((name) => section(language, name)).reduce(merge, {});

/** Each word by its whole name, `recording.ask.title`. */
export const flat = (words: Words, prefix = ""): Record<string, string> =>
  Object.entries(words).reduce(
    (all, [key, value]) => ({ ...all, ...(typeof value === "string" ? { [prefix + key]: value } : flat(value, `${prefix}${key}.`)) }), {});
