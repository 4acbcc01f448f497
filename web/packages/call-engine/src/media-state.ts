import { NOTHING_ON, type CallSnapshotState } from "./call-state";
import type { Store } from "./core/store";
import type { LocalMedia } from "./media/local-media";
import type { Session } from "./signalling/session";

/** Tells the others what is switched on here and how much picture is wanted, whenever that is not what they know. */
export class MediaState {
  /** What the server was told; null before it was told anything. */
  private told: string | null = null;

  constructor(private readonly options: { store: Store<CallSnapshotState>; media: LocalMedia; session: Pick<Session, "send"> }) {}

  tell(): void {
    const { microphone, camera, screen } = this.options.media.store.getSnapshot();
    const { receive, sending, stay } = this.options.store.getSnapshot();
    const paused = camera.on && sending?.rung === "sound";
    const state = { microphone: microphone.on, camera: camera.on, screen: screen.track !== null, paused, receive, ...(stay === null ? {} : { stay }) };
    const text = JSON.stringify(state);
    if (text === (this.told ?? NOTHING_ON)) return;
    this.told = text;
    this.options.session.send("media.state", state);
  }

  /** The server may have forgotten: what it was told once it is told again. */
  repeat(): void {
    if (this.told !== null) this.told = "";
  }

  /** We are not in any more: the server believes that nothing is on. */
  forget(): void {
    this.told = null;
  }
}
