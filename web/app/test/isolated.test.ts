import { describe, expect, it } from "vitest";
import { isolated } from "../src/i18n/isolated";

describe("A12: values in sentences of the other direction", () => {
  it.each(["Dr. Anna Weber", "32 ms", "+49 30 1234", "50 %"])("%s stands by itself in Arabic", (text) => expect(isolated(text, true)).toBe(`\u2068${text}\u2069`));
  it.each(["3", "1,5", "د. ليلى حداد", ""])("%s needs no help in Arabic", (text) => expect(isolated(text, true)).toBe(text));
  it("an Arabic name stands by itself in English", () => expect(isolated("ليلى حداد", false)).toBe("\u2068ليلى حداد\u2069"));
  it.each(["Dr. Anna Weber", "3", "14:30"])("%s needs no help in English", (text) => expect(isolated(text, false)).toBe(text));
});
