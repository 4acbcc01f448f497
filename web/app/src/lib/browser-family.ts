export const BROWSERS = [
  "chrome", "edge", "firefox", "safari",
  "chromeAndroid", "firefoxAndroid", "samsung",
  "safariIos", "otherIos",
  "other",
] as const;
/** Apps whose built-in browser shows pages but often keeps camera and microphone to itself. */
export const APPS = ["facebook", "instagram", "whatsapp", "google", "wechat", "line", "tiktok", "webview"] as const;
export const SYSTEMS = ["windows", "mac", "linux", "android", "ios", "other"] as const;

export type App = (typeof APPS)[number];
export type BrowserFamily = (typeof BROWSERS)[number] | App;
export type System = (typeof SYSTEMS)[number];

const SIGNS_OF_APPS: readonly [App, RegExp][] = [
  ["instagram", /Instagram/],
  ["facebook", /FBAN|FBAV|FB_IAB/],
  ["whatsapp", /WhatsApp/],
  ["google", /GSA\/|Gmail/],
  ["wechat", /MicroMessenger/],
  ["line", /\bLine\//],
  ["tiktok", /musical_ly|Bytedance|BytedanceWebview|TikTok|trill_/i],
  ["webview", /; wv\)|\bWebView\b|Snapchat|LinkedInApp|Pinterest\/|Twitter/],
];

/** Only for words of help, never for what is possible. */
export function browserFamily(agent: string = navigator.userAgent, touch: number = navigator.maxTouchPoints ?? 0): BrowserFamily {
  const app = SIGNS_OF_APPS.find(([, sign]) => sign.test(agent))?.[0];
  if (app) return app;
  switch (system(agent, touch)) {
    case "ios":
      if (/CriOS|FxiOS|EdgiOS|OPT\/|OPiOS|DuckDuckGo|Brave/.test(agent)) return "otherIos";
      // Every browser on these devices says Safari; what shows pages inside an app does not.
      return /Safari\//.test(agent) ? "safariIos" : "webview";
    case "android":
      if (/SamsungBrowser/.test(agent)) return "samsung";
      return /Firefox\//.test(agent) ? "firefoxAndroid" : "chromeAndroid";
    default:
      return onDesktop(agent);
  }
}

function onDesktop(agent: string): BrowserFamily {
  if (/Firefox\//.test(agent)) return "firefox";
  if (/Edg\//.test(agent)) return "edge";
  if (/Chrom(e|ium)\//.test(agent)) return "chrome";
  return /Safari\//.test(agent) ? "safari" : "other";
}

/** @param touch how many fingers the screen feels: an iPad calls itself a Macintosh, which has no touch screen */
export function system(agent: string = navigator.userAgent, touch: number = navigator.maxTouchPoints ?? 0): System {
  if (/iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && touch > 1)) return "ios";
  if (/Android/.test(agent)) return "android";
  if (/Windows/.test(agent)) return "windows";
  if (/Macintosh|Mac OS X/.test(agent)) return "mac";
  return /Linux|CrOS|X11/.test(agent) ? "linux" : "other";
}

export function isApp(family: BrowserFamily): family is App {
  return (APPS as readonly string[]).includes(family);
}
