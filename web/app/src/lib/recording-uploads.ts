import { openUploads, type Uploads } from "@consilium/call-engine";
import { putPicture, putSegment, receivedSegments } from "../api/segments";

let known: { owner: string; uploads: Promise<Uploads> } | null = null;

/** A network that was away for a moment must not keep this page from recording for as long as it lives. */
function forgetFailure(uploads: Promise<Uploads>): void {
  void uploads.catch(() => { if (known?.uploads === uploads) known = null; });
}

/** The one place of this page where what it records is kept and sent from. What an earlier page has left is sent as well. */
export function recordingUploads(owner: string): Promise<Uploads> {
  if (known?.owner !== owner) {
    void known?.uploads.then((uploads) => uploads.close(), () => undefined);
    known = { owner, uploads: openUploads(owner, { put: putSegment, received: receivedSegments, picture: putPicture }) };
    forgetFailure(known.uploads);
  }
  return known.uploads;
}
