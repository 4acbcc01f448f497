import { othersHere, withLink, type CallSnapshotState } from "./call-state";
import type { Scope } from "./core/scope";
import type { Store } from "./core/store";
import type { Slot } from "./peer/peer-link";
import { Waits } from "./quality/waits";
import type { Session } from "./signalling/session";

export interface ArrivalsOptions { scope: Scope; store: Store<CallSnapshotState>; session: Pick<Session, "send"> }

/** What comes from the others: they themselves, the connection to them, their sound and pictures; and how long one waited for it. */
export class Arrivals {
  private readonly waits: Waits;

  constructor(private readonly options: ArrivalsOptions) {
    this.waits = new Waits((what, millis) => options.session.send("quality.timing", { what, millis }));
  }

  meHere(): void {
    this.waits.meHere(performance.now());
  }

  othersMayBeHere(): void {
    if (othersHere(this.options.store.getSnapshot())) this.waits.themHere(performance.now());
  }

  /** The page shows the other side's first picture. */
  pictureShown(): void {
    this.waits.mediaArrived(performance.now());
  }

  track(peer: string, slot: Slot, track: MediaStreamTrack): void {
    const { scope, store } = this.options;
    const key = slot === "microphone" ? "audio" : slot;
    if (slot === "microphone") scope.listen(track, "unmute", () => this.soundCame());
    store.update((state) => {
      const known = state.remote[peer] ?? { audio: null, camera: null, screen: null };
      return { ...state, remote: { ...state.remote, [peer]: { ...known, [key]: new MediaStream([track]) } } };
    });
  }

  /** @param joined whether the person is in: who only stands by does not reconnect */
  link(state: "negotiating" | "up" | "lost", joined: boolean): void {
    const { store } = this.options;
    const before = store.getSnapshot().link;
    store.update((now) => withLink(now, state, joined));
    const { link } = store.getSnapshot();
    if (link === "reconnecting" && before !== "reconnecting") this.waits.broken(performance.now());
    if (link === "up") this.waits.mended(performance.now());
  }

  /** Where no camera is on, sound is all there is to wait for. */
  private soundCame(): void {
    const { participants, me } = this.options.store.getSnapshot();
    if (!participants.some(({ id, media }) => id !== me && (media.camera || media.screen))) this.waits.mediaArrived(performance.now());
  }
}
