import type { Scope } from "../core/scope";
import type { CaptureKind } from "../media/permissions";

export interface JitsiSwitchesOptions {
  scope: Scope;
  /** Jitsi knows switching over only. */
  toggle: (kind: CaptureKind) => void;
  /** What is on in the frame, and what the person wants of it from now on. */
  told: (kind: CaptureKind, on: boolean, wished: boolean) => void;
}

interface Switch {
  on: boolean;
  wished: boolean;
  /** The wish has not been seen in the frame yet, or what it was asked may undo it. */
  pending: boolean;
  /** How often it was asked without a word from it since. */
  unanswered: number;
  /** What the frame was asked for a moment ago. */
  asked: { to: boolean; forget: () => void } | null;
}

const AGAIN = 2_000;
const KINDS: readonly CaptureKind[] = ["camera", "microphone"];

/**
 * Camera and microphone in Jitsi's frame. What it is asked while it loads may get lost, and it can be switched from inside: it
 * is asked again until it says what the person wants. What the person switches inside after that is a wish like any other.
 */
export class JitsiSwitches {
  private readonly switches: Record<CaptureKind, Switch> = { camera: fresh(false), microphone: fresh(false) };
  private inRoom = false;

  constructor(private readonly options: JitsiSwitchesOptions) {}

  /** A new frame, which begins with this. */
  begins(on: Record<CaptureKind, boolean>): void {
    this.ends();
    for (const kind of KINDS) this.switches[kind] = fresh(on[kind]);
  }

  ends(): void {
    this.inRoom = false;
    for (const kind of KINDS) this.forget(kind);
  }

  /** What is on goes out from now on. */
  joined(): void {
    this.inRoom = true;
    for (const kind of KINDS) this.ask(kind);
  }

  want(kind: CaptureKind, on: boolean): void {
    const it = this.switches[kind];
    it.wished = on;
    it.pending = on !== it.on || it.asked !== null;
    this.ask(kind);
  }

  /** What the frame says of itself. */
  said(kind: CaptureKind, on: boolean): void {
    const it = this.switches[kind];
    it.on = on;
    it.unanswered = Math.max(0, it.unanswered - 1);
    if (on === it.asked?.to && it.unanswered === 0) this.forget(kind);
    if (!it.pending) it.wished = on;
    else if (on === it.wished && it.unanswered === 0) it.pending = false;
    this.options.told(kind, on, it.wished);
    this.ask(kind);
  }

  /** It cannot be had there: asking again would only ask the person again. */
  failed(kind: CaptureKind): void {
    this.forget(kind);
    this.switches[kind] = fresh(false);
    this.options.told(kind, false, false);
  }

  private ask(kind: CaptureKind): void {
    const it = this.switches[kind];
    if (it.on === it.wished || it.asked) return;
    const forget = this.options.scope.after(AGAIN, () => {
      it.asked = null;
      if (it.on === it.wished) Object.assign(it, { pending: false, unanswered: 0 });
      // Before it is in the room nothing goes out, and it may be loading still.
      if (this.inRoom) this.ask(kind);
    });
    it.asked = { to: it.wished, forget };
    it.unanswered++;
    this.options.toggle(kind);
  }

  private forget(kind: CaptureKind): void {
    this.switches[kind].asked?.forget();
    this.switches[kind].asked = null;
  }
}

function fresh(on: boolean): Switch {
  return { on, wished: on, pending: false, unanswered: 0, asked: null };
}
