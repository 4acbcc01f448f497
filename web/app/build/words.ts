import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

export interface Words { [key: string]: string | Words }

/** Every sentence of a language by its whole name, and the file in which it stands. */
export type Sentences = Record<string, { text: string; file: string }>;

/** Plural forms, and forms that depend on who reads. */
const FORM = /_(zero|one|two|few|many|other|PATIENT|DOCTOR|ADMIN)$/;
const PLURAL = /_(zero|one|two|few|many|other)$/;
const LITERAL = /["'`]([A-Za-z]+(?:\.\w+)+)["'`]/g;
const COMPUTED = /`((?:[A-Za-z]+\.)+)\$\{[^`]*?\}((?:\.\w+)*)`/g;

const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).filter((name) => name !== "device").sort().join(" ");

/** A program that lacks words is not built: what other languages lack that English has, and what the code says and no file holds. */
export function wordFaults(languages: Record<string, Sentences>, code: string[]): string[] {
  const english = languages["en"] ?? {};
  return [...Object.keys(languages).filter((language) => language !== "en").flatMap((language) => compared(language, languages[language] ?? {}, english)), ...unknown(english, code)];
}

function compared(language: string, theirs: Sentences, english: Sentences): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const needed = new Set(Object.keys(english).flatMap((key) => (PLURAL.test(key) ? forms.map((form) => key.replace(PLURAL, `_${form}`)) : [key])));
  const missing = [...needed].filter((key) => !theirs[key]).map((key) => `${language} lacks ${key}`);
  const surplus = Object.keys(theirs).filter((key) => !needed.has(key)).map((key) => `${language} has ${key}, and English has not`);
  const different = Object.keys(theirs).filter((key) => {
    const original = english[key] ?? english[key.replace(PLURAL, "_other")];
    // "One file" and "two files" need not say the number.
    const counted = PLURAL.test(key) && !key.endsWith("_other");
    const said = (text: string) => (counted ? values(text).replace(/\bcount ?\b/, "").trim() : values(text));
    return original && said(theirs[key]?.text ?? "") !== said(original.text);
  }).map((key) => `${language} says ${key} with other values than English`);
  return [...missing, ...surplus, ...different];
}

/** What the code says by name must be there; of names that end in a value, at least one. */
function unknown(english: Sentences, code: string[]): string[] {
  const plain = new Set(Object.keys(english).map((key) => key.replace(FORM, "")));
  const groups = new Set(Object.keys(english).map((key) => key.split(".")[0] ?? ""));
  const all = code.join("\n");
  const said = new Set([...all.matchAll(LITERAL)].map((match) => match[1] ?? "").filter((name) => groups.has(name.split(".")[0] ?? "")));
  const lacking = [...said].filter((name) => !plain.has(name) && !english[name]);
  const computed = [...all.matchAll(COMPUTED)].map((match) => [match[1] ?? "", match[2] ?? ""] as const).filter(([start]) => groups.has(start.split(".")[0] ?? ""));
  const empty = computed.filter(([start, end]) => ![...plain].some((key) => key.startsWith(start) && `${key}.`.includes(`${end}.`))).map(([start, end]) => `${start}…${end}`);
  return [...lacking, ...empty].map((name) => `the code says ${name}, and no file has it`);
}

const flat = (words: Words, file: string, prefix = ""): Sentences =>
  Object.assign({}, ...Object.entries(words).map(([key, value]) => (typeof value === "string" ? { [prefix + key]: { text: value, file } } : flat(value, file, `${prefix}${key}.`)))) as Sentences;

/** The words of each language that has a folder. */
export function readWords(folder: string): Record<string, Sentences> {
  const spoken = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Object.fromEntries(spoken.map((language) => {
    const files = readdirSync(join(folder, language)).map((name) => flat(JSON.parse(readFileSync(join(folder, language, name), "utf8")) as Words, name));
    return [language, Object.assign({}, ...files) as Sentences];
  }));
}

export const readCode = (folder: string): string[] =>
  readdirSync(folder).map((name) => join(folder, name)).flatMap((path) => (statSync(path).isDirectory() ? readCode(path) : /\.tsx?$/.test(path) ? [readFileSync(path, "utf8")] : []));

/** Stops a build whose words are not whole. */
export function words(source: string): Plugin {
  return {
    name: "words",
    apply: "build",
    buildStart() {
      const faults = wordFaults(readWords(join(source, "i18n")), readCode(source));
      if (faults.length > 0) this.error(`${faults.length} faults in the words of the pages:\n${faults.slice(0, 40).join("\n")}`);
    },
  };
}
