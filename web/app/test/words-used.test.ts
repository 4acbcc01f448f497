import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allWords, flat } from "./languages";

const sources = (folder: string): string[] =>
  readdirSync(folder).map((name) => join(folder, name)).flatMap((path) => (statSync(path).isDirectory() ? sources(path) : /\.tsx?$/.test(path) ? [readFileSync(path, "utf8")] : []));

describe("words", () => {
  it("are all said somewhere", () => {
    const code = sources(join(__dirname, "../src")).join("\n");
    const written = new Set([...code.matchAll(/["'`]([A-Za-z]+(?:\.\w+)+)["'`]/g)].map((match) => match[1]));
    // Keys that end in a value, such as `errors.${code}`, excuse their whole group: the compiler of the words cannot know more.
    const computed = [...code.matchAll(/`((?:[A-Za-z]+\.)+)\$\{/g)].map((match) => match[1] ?? "");
    // Said by the service worker, which takes a whole entry; the compiler holds it to have one for each kind.
    computed.push("notice.");
    const unsaid = Object.keys(flat(allWords("en"))).filter((key) => {
      const plain = key.replace(/_(zero|one|two|few|many|other|PATIENT|DOCTOR|ADMIN)$/, "");
      return !written.has(plain) && !computed.some((start) => key.startsWith(start));
    });
    expect(unsaid).toEqual([]);
  });
});
