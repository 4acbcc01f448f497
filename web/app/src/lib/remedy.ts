import type { MediaProblem } from "@consilium/call-engine";
import { isApp, type BrowserFamily, type System } from "./browser-family";

/** What to do about a problem, as keys of words; the order is the order of doing. */
export interface Remedy {
  steps: string[];
  /** Asking again here may help. */
  retry: boolean;
  /** Another browser or another device helps: offer the way there. */
  elsewhere: boolean;
}

/** Every problem in every browser has one; a table test walks through all of them. */
export function remedyFor(problem: MediaProblem, family: BrowserFamily, on: System): Remedy {
  if (isApp(family) && problem !== "INSECURE_PAGE") {
    return { steps: [...inTheApp(problem), `rescue.escape.${family}`], retry: true, elsewhere: true };
  }
  const phone = on === "android" || on === "ios";
  const hardware = phone ? "phone" : "computer";
  switch (problem) {
    case "DENIED":
      return { steps: [`rescue.allow.${family}`], retry: true, elsewhere: false };
    case "DISMISSED":
      return { steps: ["rescue.text.DISMISSED", question(family, phone)], retry: true, elsewhere: false };
    case "NO_ANSWER":
      return { steps: [question(family, phone)], retry: true, elsewhere: false };
    case "DENIED_BY_SYSTEM":
      return { steps: [`rescue.system.${on}`], retry: true, elsewhere: false };
    case "NOT_FOUND":
      // Firefox does not find what the system keeps from it.
      return { steps: [`rescue.missing.${hardware}`, ...firefoxAndSystem(family, on)], retry: true, elsewhere: !phone };
    case "IN_USE":
      return { steps: [`rescue.busy.${hardware}`, ...firefoxAndSystem(family, on)], retry: true, elsewhere: false };
    case "INTERRUPTED":
      return { steps: ["rescue.text.INTERRUPTED", `rescue.busy.${hardware}`], retry: true, elsewhere: false };
    case "NOT_SUITABLE":
    case "UNKNOWN":
      return { steps: [`rescue.text.${problem}`], retry: true, elsewhere: false };
    case "NOT_ALLOWED_HERE":
    case "SWITCHED_OFF":
      return { steps: [`rescue.text.${problem}`], retry: true, elsewhere: true };
    case "UNSUPPORTED":
      return { steps: [`rescue.browser.${on}`], retry: false, elsewhere: true };
    case "INSECURE_PAGE":
      return { steps: ["rescue.text.INSECURE_PAGE"], retry: false, elsewhere: false };
  }
}

/** Some apps do ask, and hardware can be busy there as well; nothing else can be mended inside the app. */
function inTheApp(problem: MediaProblem): string[] {
  if (problem === "DISMISSED" || problem === "NO_ANSWER") return ["rescue.ask.phone"];
  return problem === "IN_USE" || problem === "INTERRUPTED" ? ["rescue.busy.phone"] : [];
}

/** Where the browser shows its question. */
function question(family: BrowserFamily, phone: boolean): string {
  if (phone) return "rescue.ask.phone";
  return family === "safari" ? "rescue.ask.window" : family === "other" ? "rescue.ask.other" : "rescue.ask.top";
}

function firefoxAndSystem(family: BrowserFamily, on: System): string[] {
  return family === "firefox" ? [`rescue.system.${on}`] : [];
}
