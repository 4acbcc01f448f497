/** Where it is written down that this browser may still hold a part of somebody's recording. */
export const MARK = "has-recorded";

/** After a reload or a crash: what was recorded and not sent yet is sent now. Loads nothing where nothing was recorded. */
export async function resumeSending(person: string): Promise<void> {
  if (localStorage.getItem(MARK) !== person) return;
  const { sendWhatIsLeft } = await import("./recording-uploads");
  sendWhatIsLeft(person);
}
