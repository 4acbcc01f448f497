import { Call, LocalMedia } from "@consilium/call-engine";
import { api, socketUrl } from "../../api";
import { dataUse } from "../../lib/data-use";
import { recordingUploads } from "../../lib/recording-uploads";

/** The call of one appointment on this page: on standby first, then, once its person comes in, with camera and microphone. */
export class OpenCall {
  readonly media = new LocalMedia();
  readonly call: Call;
  private admitted = false;
  private coming = false;
  private settle: () => void = () => undefined;
  private readonly devices = new Promise<void>((resolve) => { this.settle = resolve; });

  constructor(readonly appointmentId: string) {
    this.call = new Call({
      url: socketUrl(), media: this.media, entry: (signal) => this.enter(signal), relayOnly: relayOnly(), uploads: recordingUploads,
    });
    this.call.setReceive(dataUse());
    this.call.open();
  }

  /**
   * The person is here. Devices open as soon as the server has let them in; whoever is refused is not looked at.
   *
   * @returns when camera and microphone are open, or cannot be
   */
  comeIn(): Promise<void> {
    if (this.coming) return this.devices;
    this.coming = true;
    if (this.admitted) this.openDevices();
    this.call.join();
    return this.devices;
  }

  private async enter(signal: AbortSignal) {
    const entry = await api.enter(this.appointmentId, signal);
    const first = !this.admitted;
    this.admitted = true;
    if (first && this.coming) this.openDevices();
    return entry;
  }

  private openDevices(): void {
    void this.media.start({ camera: true, microphone: true }).finally(this.settle);
  }
}

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
  const opened = new OpenCall(appointmentId);
  current = opened;
  // A ring that nobody answers must not keep a connection for ever.
  cooling = setTimeout(() => { if (current === opened && opened.call.store.getSnapshot().seat !== "mine") release(opened); }, 90_000);
  return opened;
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
