import type { ClientBodies, ClientType, ServerFrame, ServerType } from "./frames";

/** Types that are neither numbered nor replayed. */
const UNNUMBERED: ReadonlySet<string> = new Set([
  "hello", "welcome", "ping", "pong", "ack", "chat.typing", "quality.report", "quality.peer",
]);

/** What each server frame's body must hold; a frame that does not is not trusted. */
const REQUIRED: Record<ServerType, readonly string[]> = {
  welcome: ["version", "session", "resumed", "lastSeq", "heartbeat", "serverTime", "scope", "you"],
  pong: ["serverTime"],
  ack: [],
  "ring.incoming": ["consultation", "appointment", "from", "since"],
  "ring.state": ["consultation", "state"],
  "ring.stop": ["consultation", "reason"],
  state: ["consultation", "appointment", "version", "phase", "present", "startsAt", "endsAt", "extension"],
  "slot.warning": ["consultation", "minutesLeft", "endsAt"],
  "participant.joined": ["participant"],
  "participant.updated": ["participant"],
  "participant.left": ["participant"],
  "rtc.peer": ["peer", "generation", "polite", "offers"],
  "rtc.description": ["from", "generation", "description"],
  "rtc.candidate": ["from", "generation"],
  "ice.servers": ["servers"],
  "chat.message": ["message"],
  "chat.delivered": ["by", "upTo", "state"],
  "chat.typing": ["from", "typing"],
  "quality.peer": ["from", "score"],
  bye: ["reason", "action"],
  problem: ["code", "category", "message"],
};

export class MalformedFrame extends Error {}

export function isNumbered(type: string): boolean {
  return !UNNUMBERED.has(type);
}

/** @returns null for a type this version does not know: newer servers may say more than we understand */
export function decode(text: string): ServerFrame | null {
  const frame = parse(text);
  if (typeof frame.type !== "string") throw new MalformedFrame("no type");
  const required = REQUIRED[frame.type as ServerType] as readonly string[] | undefined;
  if (!required) return null;
  const body = frame.body;
  if (typeof body !== "object" || body === null) throw new MalformedFrame("no body");
  for (const member of required) {
    const value = (body as Record<string, unknown>)[member];
    if (value === undefined || value === null) throw new MalformedFrame(`${frame.type}: ${member} is missing`);
  }
  for (const number of ["seq", "ack"] as const) {
    const value = frame[number];
    if (value !== undefined && !(Number.isInteger(value) && (value as number) >= 0)) {
      throw new MalformedFrame(`${number} is not a number`);
    }
  }
  return frame as unknown as ServerFrame;
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
