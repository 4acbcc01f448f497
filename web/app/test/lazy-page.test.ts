// @vitest-environment jsdom
import { createElement, Suspense } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import i18next, { speak } from "../src/i18n";
import { lazyPage } from "../src/lib/lazy-page";
import { section, type Words } from "./languages";

const drawn = (page: ReturnType<typeof lazyPage>) =>
  renderToStaticMarkup(createElement(Suspense, { fallback: "loading" }, createElement(page)));

describe("a page in a file of its own", () => {
  it("is drawn at once when it was loaded before, without a word of loading", async () => {
    const file = vi.fn(async () => ({ default: () => createElement("h1", null, "there") }));
    const page = lazyPage(file);
    await page.load();
    expect(drawn(page)).toBe("<h1>there</h1>");
    await page.load();
    expect(file).toHaveBeenCalledTimes(1);
  });

  it("is fetched when it is drawn, else", () => {
    const page = lazyPage(async () => ({ default: () => null }));
    expect(drawn(page)).toContain("loading");
  });

  it("is fetched again after it could not be had", async () => {
    const file = vi.fn().mockRejectedValueOnce(new TypeError("offline")).mockResolvedValue({ default: () => null });
    const page = lazyPage(file);
    await expect(page.load()).rejects.toThrow("offline");
    await expect(page.load()).resolves.toBeDefined();
  });
});

describe("the words of a page", () => {
  it("are there when the page is, and follow the language", async () => {
    localStorage.setItem("language", "en");
    await lazyPage(async () => ({ default: () => null }), "dashboard").load();
    expect(i18next.t("dashboard.title")).toBe((section("en", "dashboard")["dashboard"] as Words)["title"]);
    await speak("de");
    expect(i18next.t("dashboard.title")).toBe((section("de", "dashboard")["dashboard"] as Words)["title"]);
    expect(document.documentElement.lang).toBe("de");
  });

  it("that do not exist keep the page away, so that nobody reads the names of words", async () => {
    await expect(lazyPage(async () => ({ default: () => null }), "nowhere").load()).rejects.toThrow("no nowhere");
  });
});
