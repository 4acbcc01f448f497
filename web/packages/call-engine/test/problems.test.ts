import { describe, expect, it } from "vitest";
import { MEDIA_PROBLEMS, problemOf, type Circumstances, type MediaProblem } from "../src/media/problems";

const usual: Circumstances = { secure: true, policyAllows: true, permission: "denied" };

describe("Q7: why a device cannot be had", () => {
  it.each<[string, string, Partial<Circumstances>, MediaProblem]>([
    // Chromium, Edge, Samsung Internet
    ["NotAllowedError", "Permission denied", {}, "DENIED"],
    ["NotAllowedError", "Permission dismissed", { permission: "prompt" }, "DISMISSED"],
    ["NotAllowedError", "Permission denied by system", {}, "DENIED_BY_SYSTEM"],
    ["NotAllowedError", "Permission denied", { policyAllows: false }, "NOT_ALLOWED_HERE"],
    ["NotFoundError", "Requested device not found", {}, "NOT_FOUND"],
    ["NotReadableError", "Could not start video source", {}, "IN_USE"],
    ["OverconstrainedError", "", {}, "NOT_SUITABLE"],
    ["AbortError", "Timeout starting video source", {}, "INTERRUPTED"],
    ["TypeError", "Cannot read properties of undefined", { secure: false }, "INSECURE_PAGE"],
    ["NotAllowedError", "Only secure origins are allowed", { secure: false }, "INSECURE_PAGE"],
    // Firefox
    ["NotAllowedError", "The request is not allowed by the user agent or the platform in the current context.", { permission: null }, "DENIED"],
    ["NotAllowedError", "The request is not allowed by the user agent or the platform in the current context.", { permission: "prompt" }, "DISMISSED"],
    ["NotReadableError", "Failed to allocate videosource", {}, "IN_USE"],
    ["AbortError", "Starting videoinput failed", {}, "INTERRUPTED"],
    ["SecurityError", "The operation is insecure.", {}, "SWITCHED_OFF"],
    // Safari
    ["NotAllowedError", "The request is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.", {}, "DENIED"],
    ["NotAllowedError", "The request is not allowed by the user agent", { permission: "granted" }, "DENIED_BY_SYSTEM"],
    ["NotSupportedError", "", {}, "UNSUPPORTED"],
    // Old names
    ["PermissionDeniedError", "", {}, "DENIED"],
    ["DevicesNotFoundError", "", {}, "NOT_FOUND"],
    ["TrackStartError", "", {}, "IN_USE"],
    ["ConstraintNotSatisfiedError", "", {}, "NOT_SUITABLE"],
    ["TypeError", "", {}, "UNSUPPORTED"],
    ["SomethingNew", "", {}, "UNKNOWN"],
  ])("%s “%s” %o is %s", (name, message, circumstances, problem) => {
    expect(problemOf({ name, message }, { ...usual, ...circumstances })).toBe(problem);
  });

  it("knows no problem twice", () => {
    expect(new Set(MEDIA_PROBLEMS).size).toBe(MEDIA_PROBLEMS.length);
  });
});
