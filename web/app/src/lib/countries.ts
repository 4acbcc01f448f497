/** A country that is not in our list (ISO 3166 leaves this code to its users). */
export const ELSEWHERE = "ZZ";

/** A country's name in the reader's language; its code where the browser knows none. */
export function countryName(code: string, language: string): string {
  if (code === ELSEWHERE) return "";
  try {
    return new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Code and name, in the order of the reader's alphabet. */
export function byName(codes: string[], language: string): [string, string][] {
  const compare = new Intl.Collator(language).compare;
  return codes.map((code): [string, string] => [code, countryName(code, language)]).sort((a, b) => compare(a[1], b[1]));
}

/** The country of the browser's language, where it names one. */
export function likelyCountry(languages: readonly string[] = navigator.languages): string {
  for (const language of languages) {
    const region = /^[a-z]{2,3}(?:-[A-Za-z]{4})?-([A-Z]{2})\b/.exec(language)?.[1];
    if (region) return region;
  }
  return "";
}
