import type { Outcome, Received, Segment } from "@consilium/call-engine";
import { csrfToken } from "./early";
import { client, open } from "./http";

/** Brings a piece of a recording to the server; throws when trying again later can help. */
export async function putSegment(segment: Segment, signal: AbortSignal): Promise<Outcome> {
  const { recording, take, index, sha256, final, from, to, bytes } = segment;
  const answer = await fetch(`/api/v1/recordings/${recording}/takes/${take}/segments/${index}`, {
    method: "PUT", credentials: "same-origin", signal, body: bytes,
    headers: {
      "Accept": "application/json", "Content-Type": "application/octet-stream", "X-XSRF-TOKEN": csrfToken() ?? "",
      "Content-Digest": `sha-256=:${sha256}:`, "X-Segment-Final": String(final), "X-Segment-From": String(from), "X-Segment-To": String(to),
    },
  });
  if (answer.ok) return "stored";
  const code = await codeOf(answer);
  if (code === "STORAGE_FULL") return "full";
  if (NEVER.includes(code ?? "")) return "unwanted";
  // Also what a proxy on the way says, and what only a newer server knows: a part is dropped for good on our server's word alone.
  // 425 among them: this device's clock is ahead, and the server takes the piece when its time has come.
  throw new Error(`not now: ${answer.status} ${code ?? ""}`);
}

/** Not covered by everybody's consent, another one known by that number, too large, not of this person, or the recording is gone. */
const NEVER = ["SEGMENT_NOT_COVERED", "SEGMENT_DIFFERS", "PAYLOAD_TOO_LARGE", "NOT_FOUND", "RECORDING_UNAVAILABLE"];

async function codeOf(answer: Response): Promise<string | null> {
  const body = (await answer.json().catch(() => null)) as { code?: unknown } | null;
  return typeof body?.code === "string" ? body.code : null;
}

/** Brings the picture of a recording to the server. */
export async function putPicture(recording: string, take: number, picture: Blob, takenAt: number): Promise<void> {
  await fetch(`/api/v1/recordings/${recording}/takes/${take}/poster`, {
    method: "PUT", credentials: "same-origin", body: picture,
    headers: { "Accept": "application/json", "Content-Type": picture.type, "X-XSRF-TOKEN": csrfToken() ?? "", "X-Taken-At": String(takenAt) },
  });
}

/** What the server has of what this person recorded; throws when it does not say. */
export function receivedSegments(recordingId: string, signal: AbortSignal): Promise<Received[]> {
  return open(client.GET("/api/v1/recordings/{recordingId}/takes", { params: { path: { recordingId } }, signal }));
}
