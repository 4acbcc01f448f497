import { Scope } from "../core/scope";
import { permission, type CaptureKind } from "./permissions";

export interface RecoveryOptions {
  scope: Scope;
  /** Something changed for the better: whoever still misses this device may ask again. */
  onChance: (kind: CaptureKind) => void;
  /** Devices came or went. */
  onDevices: () => void;
}

/** Notices when a person has changed a permission or plugged something in, so that nobody has to press Try again. */
export class Recovery {
  constructor(private readonly options: RecoveryOptions) {
    const { scope } = options;
    // Not there on a page without TLS.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (devices) scope.listen(devices, "devicechange", options.onDevices);
    void this.watch("camera");
    void this.watch("microphone");
  }

  private async watch(kind: CaptureKind): Promise<void> {
    const status = await permission(kind);
    if (!status || this.options.scope.closed) return;
    let before = status.state;
    this.options.scope.listen(status, "change", () => {
      const better = before === "denied" || status.state === "granted";
      before = status.state;
      if (better && status.state !== "denied") this.options.onChance(kind);
    });
  }
}
