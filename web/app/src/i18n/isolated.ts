/** First strong isolate and its end (UAX #9): what stands between decides its own direction and leaves its neighbours alone. */
const [BEGIN, END] = ["\u2068", "\u2069"];

/**
 * A value inside a sentence, for example a name, kept from running into a sentence of the other direction: "Dr. Anna Weber" in Arabic
 * would show its dot on the wrong side. Numbers and what has the sentence's own letters stays as it is.
 */
export function isolated(text: string, rightToLeft: boolean): string {
  const foreign = rightToLeft ? /[^\p{Script=Arabic}\p{Nd}\s.,،]/u : /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
  return foreign.test(text) ? BEGIN + text + END : text;
}
