import type { CallSnapshot, DeclineReason, Receive, ServerFrame, Welcome } from "@consilium/protocol";
import { Arrivals } from "./arrivals";
import type { CallOptions, Entry } from "./call-options";
import { EMPTY, expectsMedia, isHere, MOVES, reduce, wishOf, withSnapshot, type CallSnapshotState } from "./call-state";
import { Chat } from "./chat";
import { Scope } from "./core/scope";
import { clockOffset } from "./core/server-clock";
import { Store } from "./core/store";
import { MediaState } from "./media-state";
import { SLOTS } from "./peer/peer-link";
import { Peers } from "./peers";
import { safetyCodeOf, type SafetyCode } from "./privacy/safety-code-of";
import { AdaptiveSender } from "./quality/adaptive-sender";
import { Sampler, type Quality } from "./quality/sampler";
import { Recording } from "./recording";
import { loudestIn } from "./recording/scene";
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
  private readonly peers: Peers;
  private readonly sampler: Sampler;
  private readonly sender: AdaptiveSender;
  private readonly seat: Seat;
  private readonly arrivals: Arrivals;
  private readonly mediaState: MediaState;

  constructor(private readonly options: CallOptions) {
    const { scope, store } = this;
    this.session = this.newSession();
    this.sender = this.newSender();
    this.peers = this.newPeers();
    this.sampler = this.newSampler();
    this.mediaState = new MediaState({ store, media: options.media, session: this.session });
    this.chat = new Chat({ scope, store, session: this.session });
    this.arrivals = new Arrivals({ scope, store, session: this.session });
    this.recording = new Recording({
      scope, store, session: this.session, media: options.media, uploads: options.uploads ?? null,
      heard: async () => loudestIn(await Promise.all(this.peers.carrying().map(({ link }) => link.stats()))),
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
    void this.peers.prepare().catch(() => undefined);
    this.session.start();
    this.scope.onClose(this.options.media.store.subscribe(() => this.mediaChanged()));
  }

  /** Takes the seat; `takeover`: also from another page of the same person. */
  join(takeover = false): void {
    if (this.scope.closed || (this.seat.isOurs && !takeover)) return;
    this.arrivals.meHere();
    this.seat.take(takeover);
    this.sampler.start();
    this.sender.start();
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
    this.sender.retry();
  }

  /** The number that proves that nobody sits between this page and the other one (V13). */
  async safetyCode(): Promise<SafetyCode> {
    const consultation = this.store.getSnapshot().consultation?.consultation;
    const connection = this.peers.first()?.link.connection;
    return consultation && connection ? safetyCodeOf(connection, consultation) : { state: "connecting" };
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
    this.peers.close();
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

  private newSender(): AdaptiveSender {
    return new AdaptiveSender({
      scope: this.scope,
      links: () => this.peers.carrying(),
      receive: (peer) => wishOf(this.store.getSnapshot(), peer),
      saving: () => this.store.getSnapshot().receive !== "full",
      sharing: () => this.options.media.store.getSnapshot().screen.track !== null,
      onStep: (_peer, sending) => this.stepped({ sending }),
    });
  }

  private newPeers(): Peers {
    return new Peers({
      scope: this.scope,
      session: this.session,
      media: this.options.media,
      relayOnly: this.options.relayOnly ?? false,
      maySend: (peer) => this.seat.isOurs && isHere(this.store.getSnapshot(), peer),
      encoding: (peer, slot, track) => this.sender.encoding(peer, slot, track),
      onTrack: (peer, slot, track) => this.arrivals.track(peer, slot, track),
      now: () => Date.now() + this.store.getSnapshot().clockOffset,
      onLink: (_peer, state) => this.arrivals.link(state, this.seat.isOurs),
    });
  }

  private newSampler(): Sampler {
    return new Sampler({
      scope: this.scope,
      peers: this.peers,
      session: this.session,
      heldBack: (peer) => this.sender.heldBack(peer),
      expectsMedia: () => expectsMedia(this.store.getSnapshot()),
      onQuality: (quality) => {
        this.patch({ quality });
        if (quality) this.measured.update((looks) => [...looks, quality].slice(-LOOKS));
      },
    });
  }

  private async enter(signal: AbortSignal): Promise<Entry> {
    const entry = await this.options.entry(signal);
    if (!this.scope.closed) this.peers.useIceServers(entry.iceServers);
    return entry;
  }

  private welcome(welcome: Welcome): void {
    this.patch({ clockOffset: Date.parse(welcome.serverTime) - Date.now(), me: welcome.you.id });
    if (welcome.resumed) {
      this.peers.signallingBack();
      return;
    }
    const snapshot = welcome.snapshot as CallSnapshot;
    this.store.update((state) => withSnapshot(state, snapshot, welcome.you.id));
    this.arrivals.othersMayBeHere();
    this.peers.useIceServers(snapshot.iceServers);
    this.peers.forget();
    const offered = Promise.all(snapshot.peers.map((peer) => this.peers.open(peer)));
    this.chat.resend();
    this.recording.again(snapshot);
    this.seat.again(snapshot, offered);
  }

  private handle(frame: ServerFrame): void {
    this.store.update((state) => reduce(state, frame));
    this.arrivals.othersMayBeHere();
    if (MOVES.has(frame.type)) this.refresh();
    if (frame.type === "pong") this.patch({ clockOffset: clockOffset(this.store.getSnapshot().clockOffset, frame.body.serverTime) });
    this.peers.handle(frame);
    this.seat.handle(frame);
    this.chat.handle(frame);
    this.recording.handle(frame);
    if (frame.re && frame.type === "pong") this.sampler.answered(frame.re);
    if (frame.type === "quality.peer") this.sampler.heard(frame.body.sight);
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
    for (const slot of SLOTS) this.peers.refresh(slot);
  }

  private patch(change: Partial<CallSnapshotState>): void {
    this.store.update((state) => ({ ...state, ...change }));
  }
}
