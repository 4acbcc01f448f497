/** Words that only some pages say. Each file is a part of the tree of words, so that it may bring, say, words of `errors` along. */
const SECTIONS = import.meta.glob<{ default: object }>(["./*/*.json", "!./*/first.json"]);

export async function loadSection(language: string, section: string): Promise<object> {
  const file = SECTIONS[`./${language}/${section}.json`];
  if (!file) throw new Error(`no ${section} in ${language}`);
  return (await file()).default;
}
