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
  if (answer.status === 507) return "full";
  // Not covered by everybody's consent, another one known by that number, or the recording is gone: it will never be taken.
  if ([404, 409, 410, 413].includes(answer.status)) return "unwanted";
  throw new Error(`not now: ${answer.status}`);
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
