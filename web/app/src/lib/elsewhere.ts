import type { System } from "./browser-family";

/**
 * An address that asks Android to open the page in a real browser instead of inside an app. Other systems have nothing
 * like it that can be relied on.
 */
export function browserLink(page: string, on: System): string | null {
  if (on !== "android") return null;
  const { protocol, host, pathname, search, hash } = new URL(page);
  const back = encodeURIComponent(page);
  return `intent://${host}${pathname}${search}${hash}#Intent;scheme=${protocol.slice(0, -1)};action=android.intent.action.VIEW;`
    + `category=android.intent.category.BROWSABLE;S.browser_fallback_url=${back};end`;
}
