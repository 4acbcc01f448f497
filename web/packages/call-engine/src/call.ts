import type { CallSnapshot, DeclineReason, Receive, ServerFrame, Welcome } from "@consilium/protocol";
import { Arrivals } from "./arrivals";
import type { CallOptions } from "./call-options";
import { EMPTY, isHere, MOVES, reduce, withSnapshot, type CallSnapshotState } from "./call-state";
import { Chat } from "./chat";
import { Scope } from "./core/scope";
import { clockOffset } from "./core/server-clock";
import { Store } from "./core/store";
import { MediaState } from "./media-state";
import type { SafetyCode } from "./privacy/safety-code-of";
import { Carrier } from "./providers/carrier";
import { TRANSPORT_FILES } from "./providers/files";
import type { Entry } from "./providers/transport";
import type { Quality } from "./quality/sampler";
import { Recording } from "./recording";
import { Seat } from "./seat";
import { Session } from "./signalling/session";

/** Two minutes of looks, one every two seconds. */
const LOOKS = 60;

/**
 * One consultation's call on this page. It first stands by: media is negotiated, nobody is present, nothing is sent.
 * `join` makes the person present; what they have switched on is sent to whoever is present, too.
 */
export class Call {
  readonly store = new Store<CallSnapshotState>(EMPTY);
  /** How the call was during the last two minutes, oldest first. */
  readonly measured = new Store<readonly Quality[]>([]);
  /** What is written during the call. */
  readonly chat: Chat;
  /** Whether the call is recorded, which everybody decides. */
  readonly recording: Recording;
  private readonly scope = new Scope();
  private readonly session: Session;
  private readonly carrier: Carrier;
  private readonly seat: Seat;
  private readonly arrivals: Arrivals;
  private readonly mediaState: MediaState;

  constructor(private readonly options: CallOptions) {
    const { scope, store } = this;
    this.session = this.newSession();
    this.carrier = this.newCarrier();
    this.mediaState = new MediaState({ store, media: options.media, session: this.session });
    this.chat = new Chat({ scope, store, session: this.session });
    this.arrivals = new Arrivals({ scope, store, session: this.session });
    this.recording = new Recording({
      scope, store, session: this.session, media: options.media, uploads: options.uploads ?? null,
      heard: () => this.carrier.heard(),
    });
    this.seat = new Seat({
      store,
      session: this.session,
      onTaken: () => {
        this.tellMedia();
        this.recording.seated();
      },
      onAgain: () => this.mediaState.repeat(),
      onLost: () => {
        this.mediaState.forget();
        this.refresh();
      },
    });
  }

  /** Begins to stand by. */
  open(): void {
    if (this.scope.closed) return;
    void this.carrier.prepare().catch(() => undefined);
    this.session.start();
    this.scope.onClose(this.options.media.store.subscribe(() => this.mediaChanged()));
  }

  /** Takes the seat; `takeover`: also from another page of the same person. */
  join(takeover = false): void {
    if (this.scope.closed || (this.seat.isOurs && !takeover)) return;
    this.arrivals.meHere();
    this.seat.take(takeover);
    this.carrier.start();
  }

  ring(): void {
    this.session.send("ring", {}, true);
  }

  cancelRing(): void {
    this.session.send("ring.cancel", {});
  }

  accept(): void {
    const consultation = this.store.getSnapshot().consultation?.consultation;
    if (consultation) this.session.send("ring.accept", { consultation }, true);
    this.join();
  }

  decline(why: DeclineReason): void {
    const consultation = this.store.getSnapshot().consultation?.consultation;
    if (consultation) this.session.send("ring.decline", { consultation, why }, true);
  }

  /** The page shows the other side's first picture. */
  pictureShown(): void {
    this.arrivals.pictureShown();
  }

  /**
   * How much of the others' pictures the person wants, and with it how much they send themselves: less than everything asks
   * for less in both directions. Camera and microphone stay as they are.
   */
  setReceive(receive: Receive): void {
    this.stepped({ receive });
  }

  /** Whether a picture is possible again, now and not later. */
  retryPicture(): void {
    this.carrier.retryPicture();
  }

  /** The person asks for the provider's room again. */
  retryRoom(): void {
    this.carrier.retryRoom();
  }

  /** The doctor ends it for all; to be said before the server is asked to. */
  ending(): void {
    this.carrier.ending();
  }

  /** The number that proves that nobody sits between this page and the other one (V13). */
  async safetyCode(): Promise<SafetyCode> {
    const consultation = this.store.getSnapshot().consultation?.consultation;
    return consultation ? this.carrier.safetyCode(consultation) : { state: "connecting" };
  }

  /**
   * Where a provider shows the pictures itself, there; others leave that place empty.
   *
   * @returns takes it away again
   */
  attach(place: HTMLElement): () => void {
    return this.carrier.attach(place);
  }

  dismissProblem(): void {
    this.patch({ problem: null });
  }

  /** Leaves; the person may come back until the slot ends. */
  leave(): void {
    this.patch({ closed: "left" });
    this.close();
  }

  /**
   * Ends everything on this page, once: nothing is sent any more, camera, microphone and screen go off, the connections
   * close, the server learns that the person left.
   */
  close(): void {
    if (this.scope.closed) return;
    const leaving = this.seat.leave();
    this.scope.close();
    this.options.media.close();
    this.carrier.close();
    if (leaving) this.session.send("leave", {});
    this.session.close();
    this.patch({ link: "idle", remote: {}, typing: [] });
  }

  private newSession(): Session {
    return new Session({
      url: this.options.url,
      ticket: async (signal) => (await this.enter(signal)).ticket,
      onFrame: (frame) => this.handle(frame),
      onWelcome: (welcome) => this.welcome(welcome),
      onState: (connection) => this.patch({ connection }),
      onClosed: (code) => this.closedByServer(code),
      ...(this.options.socket ? { socket: this.options.socket } : {}),
    });
  }

  private newCarrier(): Carrier {
    const { scope, session, store, options } = this;
    return new Carrier({
      scope, session, store,
      media: options.media,
      relayOnly: options.relayOnly ?? false,
      files: options.transports ?? TRANSPORT_FILES,
      isIn: () => this.seat.isOurs,
      maySend: (peer) => this.seat.isOurs && isHere(store.getSnapshot(), peer),
      onTrack: (peer, slot, track) => this.arrivals.track(peer, slot, track),
      onLink: (state) => this.arrivals.link(state, this.seat.isOurs),
      onStep: (sending) => this.stepped({ sending }),
      onAbilities: (abilities) => this.patch({ abilities, remote: {}, link: "idle", quality: null }),
      onProblem: (roomProblem) => this.patch({ roomProblem }),
      onStay: (stay) => {
        this.patch({ stay });
        this.mediaChanged();
      },
      renew: () => this.renew(),
      onQuality: (quality) => {
        this.patch({ quality });
        if (quality) this.measured.update((looks) => [...looks, quality].slice(-LOOKS));
      },
    });
  }

  private async enter(signal: AbortSignal): Promise<Entry> {
    const entry = await this.options.entry(signal);
    if (!this.scope.closed) this.carrier.admitted(entry);
    return entry;
  }

  private async renew(): Promise<void> {
    const abort = new AbortController();
    const forget = this.scope.onClose(() => abort.abort());
    await this.enter(abort.signal).finally(forget);
  }

  private welcome(welcome: Welcome): void {
    this.patch({ clockOffset: Date.parse(welcome.serverTime) - Date.now(), me: welcome.you.id });
    if (welcome.resumed) {
      this.carrier.resumed();
      return;
    }
    const snapshot = welcome.snapshot as CallSnapshot;
    this.store.update((state) => withSnapshot(state, snapshot, welcome.you.id));
    this.arrivals.othersMayBeHere();
    const offered = this.carrier.greeted(snapshot);
    this.chat.resend();
    this.recording.again(snapshot);
    this.seat.again(snapshot, offered);
  }

  private handle(frame: ServerFrame): void {
    this.store.update((state) => reduce(state, frame));
    this.arrivals.othersMayBeHere();
    if (MOVES.has(frame.type)) this.refresh();
    if (frame.type === "pong") this.patch({ clockOffset: clockOffset(this.store.getSnapshot().clockOffset, frame.body.serverTime) });
    this.carrier.handle(frame);
    this.seat.handle(frame);
    this.chat.handle(frame);
    this.recording.handle(frame);
    if (frame.type === "bye" && frame.body.reason === "ENDED") this.patch({ closed: "ended" });
  }

  private closedByServer(code: number): void {
    const closed = code === 4410 ? "ended" : code === 4409 ? "moved" : "refused";
    this.seat.leave();
    this.patch({ closed: this.store.getSnapshot().closed ?? closed });
    this.close();
  }

  private mediaChanged(): void {
    if (this.seat.isOurs) this.tellMedia();
  }

  private tellMedia(): void {
    this.refresh();
    this.mediaState.tell();
  }

  private stepped(change: Pick<Partial<CallSnapshotState>, "receive" | "sending">): void {
    this.patch(change);
    this.mediaChanged();
  }

  private refresh(): void {
    this.carrier.refresh();
  }

  private patch(change: Partial<CallSnapshotState>): void {
    this.store.update((state) => ({ ...state, ...change }));
  }
}
