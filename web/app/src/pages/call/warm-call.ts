import { Call, LocalMedia } from "@consilium/call-engine";
import { api, socketUrl } from "../../api";

export interface OpenCall { appointmentId: string; call: Call; media: LocalMedia }

let current: OpenCall | null = null;
let cooling: ReturnType<typeof setTimeout> | undefined;

/** Opens the call on standby: the connection is negotiated, no camera or microphone is touched, nobody is present. */
export function warmUp(appointmentId: string): OpenCall {
  clearTimeout(cooling);
  if (current?.appointmentId === appointmentId && current.call.store.getSnapshot().closed === null) return current;
  if (current) release(current);
  const media = new LocalMedia();
  const call = new Call({ url: socketUrl(), media, entry: (signal) => api.enter(appointmentId, signal), relayOnly: relayOnly() });
  current = { appointmentId, call, media };
  call.open();
  // A ring that nobody answers must not keep a connection for ever.
  cooling = setTimeout(() => { if (current?.call === call && call.store.getSnapshot().seat !== "mine") release(current); }, 90_000);
  return current;
}

/** The page has taken over the call; it is released with the page. */
export function keepWarm(): void {
  clearTimeout(cooling);
}

export function release(open: OpenCall): void {
  if (current === open) current = null;
  open.call.close();
  open.media.close();
}

function relayOnly(): boolean {
  return new URLSearchParams(location.search).get("relay") === "only";
}
