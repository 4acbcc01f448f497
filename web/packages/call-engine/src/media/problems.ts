/** Why a camera or microphone cannot be used, in codes the app has words and remedies for. */
export const MEDIA_PROBLEMS = [
  /** The person, now or earlier, told the browser not to allow it. */
  "DENIED",
  /** The browser's question was closed without an answer. */
  "DISMISSED",
  /** The browser's question is still open. */
  "NO_ANSWER",
  /** Windows, macOS, Android or iOS does not allow it to the browser. */
  "DENIED_BY_SYSTEM",
  /** A policy of the workplace, or of the page around this one. */
  "NOT_ALLOWED_HERE",
  "NOT_FOUND",
  /** Another program has it, or the driver gives nothing. */
  "IN_USE",
  /** There is one, but nothing it can do fits, not even the last step of the ladder. */
  "NOT_SUITABLE",
  /** It was about to start and stopped. */
  "INTERRUPTED",
  /** Media devices are switched off in this browser altogether. */
  "SWITCHED_OFF",
  "INSECURE_PAGE",
  "UNSUPPORTED",
  "UNKNOWN",
] as const;
export type MediaProblem = (typeof MEDIA_PROBLEMS)[number];

/** What the error itself does not say. */
export interface Circumstances {
  secure: boolean;
  /** False when the page's Permissions-Policy forbids it. */
  policyAllows: boolean;
  /** As the Permissions API has it; null where it does not know. */
  permission: PermissionState | null;
}

/** @see https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
export function problemOf(error: unknown, circumstances: Circumstances): MediaProblem {
  switch (nameOf(error)) {
    case "NotAllowedError":
    case "PermissionDeniedError":
      return refusalOf(error, circumstances);
    case "NotFoundError":
    case "DevicesNotFoundError":
      return "NOT_FOUND";
    case "OverconstrainedError":
    case "ConstraintNotSatisfiedError":
      return "NOT_SUITABLE";
    case "NotReadableError":
    case "TrackStartError":
      return "IN_USE";
    case "AbortError":
      return "INTERRUPTED";
    case "SecurityError":
      return "SWITCHED_OFF";
    case "NotSupportedError":
      return "UNSUPPORTED";
    case "TypeError":
      return circumstances.secure ? "UNSUPPORTED" : "INSECURE_PAGE";
    default:
      return "UNKNOWN";
  }
}

/** One name for many reasons: the browser's own words and its permission settings tell them apart. */
function refusalOf(error: unknown, { secure, policyAllows, permission }: Circumstances): MediaProblem {
  const message = messageOf(error);
  if (!secure) return "INSECURE_PAGE";
  if (/system/i.test(message)) return "DENIED_BY_SYSTEM";
  if (!policyAllows) return "NOT_ALLOWED_HERE";
  if (/dismissed/i.test(message)) return "DISMISSED";
  // The page is allowed and still gets nothing: somebody below the browser says no.
  if (permission === "granted") return "DENIED_BY_SYSTEM";
  return permission === "prompt" ? "DISMISSED" : "DENIED";
}

/** Somebody said no: asking again at once would be rude, and another constraint would not change it. */
export function isRefusal(error: unknown): boolean {
  return ["NotAllowedError", "PermissionDeniedError", "SecurityError"].includes(nameOf(error));
}

/** The person closed the browser's question without an answer. */
export function isDismissal(error: unknown): boolean {
  return nameOf(error) === "NotAllowedError" && /dismissed/i.test(messageOf(error));
}

function nameOf(error: unknown): string {
  return (error as { name?: string }).name ?? "";
}

function messageOf(error: unknown): string {
  return (error as { message?: string }).message ?? "";
}
