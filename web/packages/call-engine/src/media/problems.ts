/** Why a camera or microphone cannot be used, in codes the app has words and remedies for. */
export type MediaProblem =
  | "DENIED" | "DENIED_BY_SYSTEM" | "NOT_FOUND" | "IN_USE" | "NOT_ALLOWED_HERE" | "INSECURE_PAGE" | "UNSUPPORTED" | "UNKNOWN";

/** @see https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
export function problemOf(error: unknown): MediaProblem {
  const { name, message } = error as { name?: string; message?: string };
  switch (name) {
    case "NotAllowedError":
    case "PermissionDeniedError":
      return /system/i.test(message ?? "") ? "DENIED_BY_SYSTEM" : "DENIED";
    case "NotFoundError":
    case "DevicesNotFoundError":
    case "OverconstrainedError":
      return "NOT_FOUND";
    case "NotReadableError":
    case "TrackStartError":
    case "AbortError":
      return "IN_USE";
    case "SecurityError":
      return "NOT_ALLOWED_HERE";
    case "NotSupportedError":
      return "UNSUPPORTED";
    case "TypeError":
      return globalThis.isSecureContext ? "UNSUPPORTED" : "INSECURE_PAGE";
    default:
      return "UNKNOWN";
  }
}

/** The person closed the browser's question without an answer: asking again at once would be rude. */
export function isDismissal(error: unknown): boolean {
  const { name, message } = error as { name?: string; message?: string };
  return name === "NotAllowedError" && /dismissed/i.test(message ?? "");
}
