export type BrowserFamily = "chrome" | "firefox" | "safari" | "ios" | "android" | "inapp" | "other";

/** Only for words of help, never for what is possible. */
export function browserFamily(agent: string = navigator.userAgent): BrowserFamily {
  if (/FBAN|FBAV|Instagram|Line\/|WhatsApp|; wv\)/.test(agent)) return "inapp";
  if (/iPhone|iPad|iPod/.test(agent)) return "ios";
  if (/Android/.test(agent)) return "android";
  if (/Firefox\//.test(agent)) return "firefox";
  if (/Chrom(e|ium)\//.test(agent)) return "chrome";
  if (/Safari\//.test(agent)) return "safari";
  return "other";
}
