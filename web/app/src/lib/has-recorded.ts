import { ASKED, SPOOL } from "@consilium/call-engine";

/** After a reload or a crash: what was recorded and not sent yet is sent now. Loads nothing where nothing was ever recorded. */
export async function resumeSending(person: string): Promise<void> {
  if (!(await hasRecorded())) return;
  const { recordingUploads } = await import("./recording-uploads");
  await recordingUploads(person);
}

/** Asks for the spool itself: what is only noted beside it, in localStorage, say, is lost when the browser is killed soon after. */
async function hasRecorded(): Promise<boolean> {
  if (asked()) return true;
  const known = await indexedDB.databases?.();
  return known?.some(({ name }) => name === SPOOL) ?? true;
}

/** A take was asked for, and nothing of it was written down yet. */
function asked(): boolean {
  try {
    return localStorage.getItem(ASKED) !== null;
  } catch {
    return false;
  }
}
