import type { CallSnapshot, ServerFrame } from "@consilium/protocol";
import type { SafetyCode } from "../privacy/safety-code-of";
import { BUILTIN, type Abilities } from "./abilities";
import type { Entry, Transport } from "./transport";

const NOTHING = () => undefined;

/** Stands in for a transport whose file is on its way: remembers what the server said, for the one that comes. */
export class LateTransport implements Transport {
  readonly abilities: Abilities;
  private entry: Entry | null = null;
  private snapshot: CallSnapshot | null = null;
  private frames: ServerFrame[] = [];

  constructor(provider: string) {
    this.abilities = { ...BUILTIN, provider, safetyCode: false, quality: false, ladder: false };
  }

  /** It has come. */
  tellAll(actual: Transport): void {
    if (this.entry) actual.admitted(this.entry);
    if (this.snapshot) void actual.greeted(this.snapshot);
    for (const frame of this.frames) actual.handle(frame);
  }

  async prepare(): Promise<void> {}

  admitted(entry: Entry): void {
    this.entry = entry;
  }

  async greeted(snapshot: CallSnapshot): Promise<void> {
    this.snapshot = snapshot;
    this.frames = [];
  }

  handle(frame: ServerFrame): void {
    if (frame.type === "rtc.peer") this.frames.push(frame);
  }

  async heard(): Promise<{ own: number; other: number }> {
    return { own: 0, other: 0 };
  }

  async safetyCode(): Promise<SafetyCode> {
    return { state: "connecting" };
  }

  attach = () => NOTHING;
  resumed = NOTHING;
  start = NOTHING;
  refresh = NOTHING;
  retryPicture = NOTHING;
  retryRoom = NOTHING;
  ending = NOTHING;
  close = NOTHING;
}
