import { openUploads, type Uploads } from "@consilium/call-engine";
import { putPicture, putSegment, receivedSegments } from "../api/segments";
import { MARK } from "./has-recorded";

let known: { owner: string; uploads: Promise<Uploads> } | null = null;

/** The one place of this page where what it records is kept and sent from. */
export function recordingUploads(owner: string): Promise<Uploads> {
  localStorage.setItem(MARK, owner);
  if (known?.owner !== owner) {
    void known?.uploads.then((uploads) => uploads.close());
    known = { owner, uploads: openUploads(owner, { put: putSegment, received: receivedSegments, picture: putPicture }) };
  }
  return known.uploads;
}

/** What was not sent when the page was closed is sent now. */
export function sendWhatIsLeft(owner: string): void {
  void recordingUploads(owner).then(({ store }) => store.subscribe(() => {
    const { waiting, stored, unwanted } = store.getSnapshot();
    if (waiting === 0 && stored + unwanted > 0) localStorage.removeItem(MARK);
  }), () => undefined);
}
