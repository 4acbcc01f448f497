import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { SettingNames } from "../src/pages/clinic/check/SettingNames";

const html = (text: string) => renderToStaticMarkup(createElement(SettingNames, { text }));

describe("A7: names of settings on the page of the configuration check", () => {
  it("go on in the next line after a dot only, and what stands behind them stays behind them", () => {
    expect(html("تحقق من consilium.jaas.app-id، ثم")).toBe(
      'تحقق من <bdi dir="ltr"><span class="whitespace-nowrap">consilium.</span><wbr/><span class="whitespace-nowrap">jaas.</span><wbr/><span class="whitespace-nowrap">app-id</span></bdi>، ثم');
  });

  it("words without one, and the program's own name, stay as they are", () => {
    for (const words of ["Consilium asks api.daily.co.", "consilium doctor says it.", ""]) expect(html(words)).toBe(words);
  });

  it("can be copied as they are", () => {
    const text = "Set consilium.mode=production. Or consilium.a and consilium.b-c.d, then.";
    expect(html(text).replaceAll(/<[^>]+>/g, "")).toBe(text);
  });
});
