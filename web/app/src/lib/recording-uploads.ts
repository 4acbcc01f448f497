import { openUploads, type Uploads } from "@consilium/call-engine";
import { putPicture, putSegment, receivedSegments } from "../api/segments";

let known: { owner: string; uploads: Promise<Uploads> } | null = null;

/** The one place of this page where what it records is kept and sent from. What an earlier page has left is sent as well. */
export function recordingUploads(owner: string): Promise<Uploads> {
  if (known?.owner !== owner) {
    void known?.uploads.then((uploads) => uploads.close());
    known = { owner, uploads: openUploads(owner, { put: putSegment, received: receivedSegments, picture: putPicture }) };
  }
  return known.uploads;
}
