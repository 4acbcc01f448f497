import { createElement, Suspense } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { lazyPage } from "../src/lib/lazy-page";

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
