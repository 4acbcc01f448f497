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
      return "NOT_FOUND";
    case "NotReadableError":
    case "TrackStartError":
    case "AbortError":
      return "IN_USE";
    case "SecurityError":
      return "NOT_ALLOWED_HERE";
    case "TypeError":
      return "INSECURE_PAGE";
    default:
      return "UNKNOWN";
  }
}
