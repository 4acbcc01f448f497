import { fingerprints } from "./certificates";
import { safetyCode } from "./safety-code";

/** `unsupported`: this browser does not tell with which certificates it talks. */
export type SafetyCode = { state: "connecting" | "unsupported" } | { state: "known"; groups: string[] };

/** The number that proves that nobody sits between this page and the other end of that connection (V13). */
export async function safetyCodeOf(connection: RTCPeerConnection, consultation: string): Promise<SafetyCode> {
  if (connection.connectionState !== "connected") return { state: "connecting" };
  const known = globalThis.crypto?.subtle ? await fingerprints(connection) : null;
  return known ? { state: "known", groups: await safetyCode(known, consultation) } : { state: "unsupported" };
}
