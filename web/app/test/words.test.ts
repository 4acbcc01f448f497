// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest";
import { LANGUAGES, loadWords, spoken } from "../src/i18n/words";

describe("the language of a page", () => {
  afterEach(() => {
    localStorage.clear();
    vi.unstubAllGlobals();
  });
  const browserSpeaks = (...languages: string[]) => vi.stubGlobal("navigator", { languages });

  it("is the one that was chosen", () => {
    browserSpeaks("en-GB");
    localStorage.setItem("language", "de");
    expect(spoken()).toBe("de");
  });

  it("is the first of the browser's that we speak", () => {
    browserSpeaks("pt-BR", "de-CH", "en");
    expect(spoken()).toBe("de");
  });

  it("is English for everybody else", () => {
    browserSpeaks("pt-BR");
    localStorage.setItem("language", "xx");
    expect(spoken()).toBe("en");
  });

  it.each(Object.keys(LANGUAGES))("%s can be fetched", async (language) => {
    expect(Object.keys(await loadWords(language))).toContain("common");
  });
});
