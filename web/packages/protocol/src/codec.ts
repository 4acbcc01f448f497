import type { ClientBodies, ClientType, ServerFrame, ServerType } from "./frames";

/** Types that are neither numbered nor replayed. */
const UNNUMBERED: ReadonlySet<string> = new Set([
  "hello", "welcome", "ping", "pong", "ack", "chat.typing", "quality.report", "quality.peer", "recording.health",
]);

type Kind = "string" | "number" | "boolean" | "object" | "array";

const PARTICIPANT = { participant: "object" } as const;

/** What each server frame's body must hold, and of which kind; a frame that does not is not trusted. */
const REQUIRED: Record<ServerType, Record<string, Kind>> = {
  welcome: {
    version: "number", session: "string", resumed: "boolean", lastSeq: "number", heartbeat: "object",
    serverTime: "string", scope: "string", you: "object",
  },
  pong: { serverTime: "string" },
  ack: {},
  "ring.incoming": { consultation: "string", appointment: "object", from: "object", since: "string" },
  "ring.state": { consultation: "string", state: "string" },
  "ring.stop": { consultation: "string", reason: "string" },
  state: {
    consultation: "string", appointment: "string", version: "number", phase: "string", present: "array",
    startsAt: "string", endsAt: "string", extension: "object",
  },
  messages: { unread: "number" },
  "slot.warning": { consultation: "string", minutesLeft: "number", endsAt: "string" },
  "participant.joined": PARTICIPANT,
  "participant.updated": PARTICIPANT,
  "participant.left": PARTICIPANT,
  "rtc.peer": { peer: "string", generation: "number", polite: "boolean", offers: "boolean" },
  "rtc.description": { from: "string", generation: "number", description: "object" },
  "rtc.candidates": { from: "string", generation: "number", candidates: "array", complete: "boolean" },
  "ice.servers": { servers: "array" },
  "chat.message": { message: "object" },
  "chat.delivered": { by: "string", upTo: "string", state: "string" },
  "chat.typing": { from: "string", typing: "boolean" },
  "quality.peer": { from: "string", score: "number" },
  "recording.state": {
    recording: "string", phase: "string", answers: "array", wording: "string", onWithdrawal: "string", keptDays: "number",
  },
  "recording.take": { recording: "string", take: "number" },
  "recording.health": { from: "string", recording: "string", since: "string" },
  bye: { reason: "string", action: "string" },
  problem: { code: "string", category: "string", message: "string" },
};

export class MalformedFrame extends Error {}

export function isNumbered(type: string): boolean {
  return !UNNUMBERED.has(type);
}

/** @returns null for a type this version does not know: newer servers may say more than we understand */
export function decode(text: string): ServerFrame | null {
  const frame = parse(text);
  if (typeof frame.type !== "string") throw new MalformedFrame("no type");
  if (!Object.hasOwn(REQUIRED, frame.type)) return null;
  if (kindOf(frame.body) !== "object") throw new MalformedFrame("no body");
  for (const [member, kind] of Object.entries(REQUIRED[frame.type as ServerType])) {
    const is = kindOf((frame.body as Record<string, unknown>)[member]);
    if (is !== kind) throw new MalformedFrame(`${frame.type}: ${member} is ${is}, not ${kind}`);
  }
  for (const number of ["seq", "ack"] as const) {
    const value = frame[number];
    if (value !== undefined && !(Number.isInteger(value) && (value as number) >= 0)) {
      throw new MalformedFrame(`${number} is not a number`);
    }
  }
  return frame as unknown as ServerFrame;
}

function kindOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

function parse(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new MalformedFrame("not JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new MalformedFrame("not an object");
  return value as Record<string, unknown>;
}

export function encode<T extends ClientType>(
  type: T, body: ClientBodies[T], numbering: { seq?: number; ack?: number; id?: string } = {},
): string {
  return JSON.stringify({ type, ...numbering, body });
}
