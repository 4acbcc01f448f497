import type { MediaProblem } from "../media/problems";
import { TRANSPORTS, type CameraResult, type MicrophoneResult, type Results } from "./results";

/** What may spoil the call, the gravest first. The clinic's staff see these codes, so they never change their meaning. */
export const FINDINGS = [
  "INSECURE_PAGE", "BROWSER_TOO_OLD", "IN_APP_BROWSER",
  "SIGNALLING_BLOCKED", "NO_WAY_OUT",
  "MICROPHONE_NOT_ALLOWED", "MICROPHONE_MISSING", "MICROPHONE_BUSY", "MICROPHONE_FAILED", "MICROPHONE_SILENT", "MICROPHONE_OFF",
  "SPEAKER_NOT_HEARD",
  "CAMERA_NOT_ALLOWED", "CAMERA_MISSING", "CAMERA_BUSY", "CAMERA_FAILED", "CAMERA_DARK", "CAMERA_OFF",
  "BANDWIDTH_TOO_LOW", "LOSS_HIGH", "DELAY_HIGH", "JITTER_HIGH", "BANDWIDTH_LOW",
  "RELAY_UNREACHABLE", "RELAY_NOT_OFFERED",
] as const;
export type Finding = (typeof FINDINGS)[number];

export type Light = "open" | "good" | "risk";

export interface Verdict {
  /** Null while something is still being found out. */
  outcome: "READY" | "AT_RISK" | null;
  findings: Finding[];
  lights: { camera: Light; microphone: Light; connection: Light };
  /** The network lets the relay be reached by a detour only. The call works, a little later. */
  detour: boolean;
}

/** From where on it is felt; to the relay and back. */
export const LIMITS = { lossPercent: 8, rttMs: 400, jitterMs: 60, lowKbps: 500, tooLowKbps: 150 } as const;

const KIND_OF: Record<MediaProblem, "NOT_ALLOWED" | "MISSING" | "BUSY" | "FAILED"> = {
  DENIED: "NOT_ALLOWED", DISMISSED: "NOT_ALLOWED", NO_ANSWER: "NOT_ALLOWED", DENIED_BY_SYSTEM: "NOT_ALLOWED", NOT_ALLOWED_HERE: "NOT_ALLOWED",
  SWITCHED_OFF: "NOT_ALLOWED", INSECURE_PAGE: "NOT_ALLOWED", UNSUPPORTED: "NOT_ALLOWED", NOT_FOUND: "MISSING", IN_USE: "BUSY",
  INTERRUPTED: "FAILED", NOT_SUITABLE: "FAILED", UNKNOWN: "FAILED",
};

/** What the results mean. Pure; the table test is the specification. */
export function verdictOf(results: Results): Verdict {
  const browser = browserFindings(results);
  const camera = cameraFinding(results.camera);
  const microphone = microphoneFinding(results.microphone);
  const connection = connectionFindings(results);
  const found = new Set<Finding | null>([...browser, camera, microphone, ...connection, results.speaker === "NOT_HEARD" ? "SPEAKER_NOT_HEARD" : null]);
  const findings = FINDINGS.filter((finding) => found.has(finding));
  const complete = results.camera !== null && results.microphone !== null && results.connectionDone;
  return {
    outcome: complete ? (findings.length > 0 ? "AT_RISK" : "READY") : null,
    findings,
    lights: {
      camera: results.camera === null ? "open" : camera ? "risk" : "good",
      microphone: results.microphone === null ? "open" : microphone ? "risk" : "good",
      connection: connection.length > 0 ? "risk" : results.connectionDone ? "good" : "open",
    },
    detour: works(results).length > 0 && results.relays.UDP?.code !== "WORKS" && results.relays.UDP?.code !== "NOT_OFFERED",
  };
}

function browserFindings({ support, inApp, camera, microphone }: Results): Finding[] {
  const missing = [camera, microphone].some((one) => one !== null && one in KIND_OF);
  return [
    ...(support.includes("SECURE_CONTEXT") ? ["INSECURE_PAGE" as const] : []),
    ...(support.some((gap) => gap !== "SECURE_CONTEXT" && !(gap === "MEDIA_DEVICES" && support.includes("SECURE_CONTEXT"))) ? ["BROWSER_TOO_OLD" as const] : []),
    ...(inApp && missing ? ["IN_APP_BROWSER" as const] : []),
  ];
}

function cameraFinding(result: CameraResult | null): Finding | null {
  switch (result) {
    case null:
    case "WORKS":
      return null;
    case "DARK":
    case "OFF":
      return `CAMERA_${result}`;
    case "NO_PICTURE":
      return "CAMERA_FAILED";
    default:
      return `CAMERA_${KIND_OF[result]}`;
  }
}

function microphoneFinding(result: MicrophoneResult | null): Finding | null {
  switch (result) {
    case null:
    case "HEARD":
      return null;
    case "SILENT":
    case "OFF":
      return `MICROPHONE_${result}`;
    default:
      return `MICROPHONE_${KIND_OF[result]}`;
  }
}

function connectionFindings(results: Results): Finding[] {
  const findings: Finding[] = [];
  if (results.signalling && results.signalling.code !== "WORKS") findings.push("SIGNALLING_BLOCKED");
  if (results.connectionDone && works(results).length === 0) {
    const offered = TRANSPORTS.some((transport) => results.relays[transport]?.code !== "NOT_OFFERED");
    if (!offered) findings.push("RELAY_NOT_OFFERED");
    else findings.push(results.stun === "BLOCKED" ? "NO_WAY_OUT" : "RELAY_UNREACHABLE");
  }
  const { path, kbps } = results;
  if (path && path.lossPercent >= LIMITS.lossPercent || swallows(results)) findings.push("LOSS_HIGH");
  if (path && path.rttMs >= LIMITS.rttMs) findings.push("DELAY_HIGH");
  if (path && path.jitterMs >= LIMITS.jitterMs) findings.push("JITTER_HIGH");
  if (kbps !== null && kbps < LIMITS.lowKbps) findings.push(kbps < LIMITS.tooLowKbps ? "BANDWIDTH_TOO_LOW" : "BANDWIDTH_LOW");
  return findings;
}

/** The relay answers, yet so much gets lost that no data found its way back in time; over TCP the same way looks only slow. */
function swallows({ relays }: Results): boolean {
  return relays.UDP?.code === "NO_DATA" && relays.TCP?.code === "WORKS";
}

function works({ relays }: Results): string[] {
  return TRANSPORTS.filter((transport) => relays[transport]?.code === "WORKS");
}
