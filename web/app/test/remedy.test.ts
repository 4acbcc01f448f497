import { MEDIA_PROBLEMS, type MediaProblem } from "@consilium/call-engine";
import { describe, expect, it } from "vitest";
import { allWords, SPOKEN, type Words } from "./languages";
import { APPS, BROWSERS, SYSTEMS, browserFamily, isApp, system, type BrowserFamily, type System } from "../src/lib/browser-family";
import { browserLink } from "../src/lib/elsewhere";
import { remedyFor } from "../src/lib/remedy";

const word = (language: Words, key: string): unknown => key.split(".").reduce<unknown>((found, part) => (found as Words | undefined)?.[part], language);
const languages = SPOKEN.map((language) => [language, allWords(language)] as const);
/** On which systems a browser family is met. */
const at: Record<BrowserFamily, readonly System[]> = {
  chrome: ["windows", "mac", "linux", "other"], edge: ["windows", "mac", "linux"], firefox: ["windows", "mac", "linux", "other"], safari: ["mac"],
  chromeAndroid: ["android"], firefoxAndroid: ["android"], samsung: ["android"], safariIos: ["ios"], otherIos: ["ios"], other: SYSTEMS,
  facebook: ["android", "ios"], instagram: ["android", "ios"], whatsapp: ["android", "ios", "windows", "mac"], google: ["android", "ios"],
  wechat: ["android", "ios", "windows", "mac"], line: ["android", "ios"], tiktok: ["android", "ios"], webview: ["android", "ios", "other"],
};
const cells = MEDIA_PROBLEMS.flatMap((problem) =>
  [...BROWSERS, ...APPS].flatMap((family) => at[family].map((on): [MediaProblem, BrowserFamily, System] => [problem, family, on])));

describe("Q7: every problem in every browser has a remedy", () => {
  it.each(cells)("%s in %s on %s", (problem, family, on) => {
    const remedy = remedyFor(problem, family, on);
    expect(remedy.steps.length).toBeGreaterThan(0);
    expect(new Set(remedy.steps).size).toBe(remedy.steps.length);
    for (const [name, language] of languages) {
      for (const key of [...remedy.steps, `rescue.title.${problem}`]) {
        expect(word(language, key), `${name} ${key}`).toEqual(expect.stringMatching(/^.{12,}[.!?]?$/));
      }
    }
  });

  it("fills the whole table", () => {
    expect(new Set(cells.map(([problem]) => problem)).size).toBe(MEDIA_PROBLEMS.length);
    expect(new Set(cells.map(([, family]) => family)).size).toBe(BROWSERS.length + APPS.length);
  });

  it.each(languages)("%s says for each browser something of its own where a block is lifted", (_, language) => {
    const said = [...BROWSERS, ...APPS].map((family) => word(language, remedyFor("DENIED", family, at[family][0]!).steps.at(-1)!));
    expect(new Set(said).size).toBe(said.length);
  });

  it.each(languages)("%s has no remedy that nothing leads to", (_, language) => {
    const reachable = new Set(cells.flatMap(([problem, family, on]) => remedyFor(problem, family, on).steps));
    const rescue = language["rescue"] as Words;
    const there = ["allow", "ask", "system", "escape", "missing", "busy", "browser", "text"].flatMap((group) =>
      Object.keys(rescue[group] as Words).map((key) => `rescue.${group}.${key}`));
    expect(there.filter((key) => !reachable.has(key))).toEqual([]);
  });

  it("leads out of every app, whatever the problem", () => {
    for (const [problem, family, on] of cells.filter(([problem, family]) => isApp(family) && problem !== "INSECURE_PAGE")) {
      expect(remedyFor(problem, family, on)).toMatchObject({ elsewhere: true });
      expect(remedyFor(problem, family, on).steps).toContain(`rescue.escape.${family}`);
    }
  });

  it("offers to try again wherever that can change anything", () => {
    const hopeless = MEDIA_PROBLEMS.filter((problem) => !remedyFor(problem, "chrome", "windows").retry);
    expect(hopeless).toEqual(["INSECURE_PAGE", "UNSUPPORTED"]);
  });
});

describe("the browser's family", () => {
  const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
  const android = "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)";
  const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";
  it.each<[string, BrowserFamily, System, number?]>([
    ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "chrome", "linux"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "edge", "windows"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "firefox", "linux"],
    [`${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15`, "safari", "mac"],
    [`${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15`, "safariIos", "ios", 5],
    [`${mac} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`, "chrome", "mac"],
    [`${iphone} Version/18.5 Mobile/15E148 Safari/604.1`, "safariIos", "ios"],
    [`${iphone} CriOS/140.0.7339.39 Mobile/15E148 Safari/604.1`, "otherIos", "ios"],
    [`${iphone} FxiOS/142.0 Mobile/15E148 Safari/605.1.15`, "otherIos", "ios"],
    [`${android} Chrome/140.0.0.0 Mobile Safari/537.36`, "chromeAndroid", "android"],
    ["Mozilla/5.0 (Android 15; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0", "firefoxAndroid", "android"],
    ["Mozilla/5.0 (Linux; Android 15; SAMSUNG SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", "samsung", "android"],
    [`${iphone} Mobile/15E148 [FBAN/FBIOS;FBAV/520.0.0.38.101;FBBV/1]`, "facebook", "ios"],
    ["Mozilla/5.0 (Linux; Android 15; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/520.0;]", "facebook", "android"],
    [`${iphone} Mobile/15E148 Instagram 390.0.0.28.85 (iPhone15,2; iOS 18_5)`, "instagram", "ios"],
    [`${iphone} Mobile/15E148 WhatsApp/2.25.20`, "whatsapp", "ios"],
    [`${iphone} GSA/380.0 Mobile/15E148 Safari/604.1`, "google", "ios"],
    [`${iphone} Mobile/15E148 MicroMessenger/8.0.60(0x18003c2f) NetType/WIFI Language/de`, "wechat", "ios"],
    [`${iphone} Mobile/15E148 Safari Line/15.12.0`, "line", "ios"],
    [`${iphone} Mobile/15E148 musical_ly_41.0.0 JsSdk/2.0 NetType/WIFI BytedanceWebview/d8a21c6`, "tiktok", "ios"],
    [`${iphone} Mobile/15E148`, "webview", "ios"],
    ["Mozilla/5.0 (Linux; Android 15; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36", "webview", "android"],
    ["Lynx/2.9", "other", "other"],
  ])("%s is %s on %s", (agent, family, on, touch = 0) => {
    expect(browserFamily(agent, touch)).toBe(family);
    expect(system(agent, touch)).toBe(on);
  });
});

describe("the way out of an app", () => {
  it("asks Android for a browser, and keeps the whole address", () => {
    expect(browserLink("https://video.clinic.example/device-check?appointment=7", "android")).toBe(
      "intent://video.clinic.example/device-check?appointment=7#Intent;scheme=https;action=android.intent.action.VIEW;"
      + "category=android.intent.category.BROWSABLE;S.browser_fallback_url=https%3A%2F%2Fvideo.clinic.example%2Fdevice-check%3Fappointment%3D7;end");
  });

  it("has nothing like it elsewhere", () => {
    expect(SYSTEMS.filter((on) => browserLink("https://a.example/", on) !== null)).toEqual(["android"]);
  });
});
