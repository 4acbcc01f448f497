import { Call, LocalMedia } from "@consilium/call-engine";
import { api, socketUrl } from "../../api";
import { dataUse } from "../../lib/data-use";

export interface OpenCall { appointmentId: string; call: Call; media: LocalMedia }

/** The newest one, and the one that a page shows: a ring about another appointment must not take that away. */
let current: OpenCall | null = null;
let held: OpenCall | null = null;
let cooling: ReturnType<typeof setTimeout> | undefined;

/** Opens the call on standby: the connection is negotiated, no camera or microphone is touched, nobody is present. */
export function warmUp(appointmentId: string): OpenCall {
  clearTimeout(cooling);
  const known = [held, current].find((one) => one?.appointmentId === appointmentId && one.call.store.getSnapshot().closed === null);
  if (known) return known;
  if (current && current !== held) release(current);
  const media = new LocalMedia();
  const call = new Call({ url: socketUrl(), media, entry: (signal) => api.enter(appointmentId, signal), relayOnly: relayOnly() });
  call.setReceive(dataUse());
  current = { appointmentId, call, media };
  call.open();
  // A ring that nobody answers must not keep a connection for ever.
  cooling = setTimeout(() => { if (current?.call === call && call.store.getSnapshot().seat !== "mine") release(current); }, 90_000);
  return current;
}

/** The page has taken over the call; it is released with the page. */
export function keepWarm(open: OpenCall): void {
  clearTimeout(cooling);
  held = open;
}

export function release(open: OpenCall): void {
  if (current === open) current = null;
  if (held === open) held = null;
  open.call.close();
  open.media.close();
}

function relayOnly(): boolean {
  return new URLSearchParams(location.search).get("relay") === "only";
}
