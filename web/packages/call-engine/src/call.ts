import type { CallSnapshot, ChatMessage, DeclineReason, IceServers, Receive, ServerFrame, Welcome } from "@consilium/protocol";
import {
  EMPTY, expectsMedia, isHere, MOVES, NOTHING_ON, othersHere, reduce, wishOf, withLink, withMessage, withSnapshot, withUndelivered, type CallSnapshotState,
} from "./call-state";
import { randomKey } from "./core/random-key";
import { Scope } from "./core/scope";
import { clockOffset } from "./core/server-clock";
import { Store } from "./core/store";
import { within } from "./core/within";
import type { LocalMedia } from "./media/local-media";
import { SLOTS, type Slot } from "./peer/peer-link";
import { Peers } from "./peers";
import { fingerprints } from "./privacy/certificates";
import { safetyCode, type SafetyCode } from "./privacy/safety-code";
import { AdaptiveSender } from "./quality/adaptive-sender";
import { Sampler, type Quality } from "./quality/sampler";
import { Waits } from "./quality/waits";
import { Session, type SocketPort } from "./signalling/session";

export interface Entry { consultation: string; ticket: string; iceServers: IceServers; seatTaken: boolean }

export interface CallOptions {
  url: string;
  /** Asks the server to come in; throws `{final: true}` when trying again cannot help. */
  entry: (signal: AbortSignal) => Promise<Entry>;
  media: LocalMedia;
  relayOnly?: boolean;
  socket?: (url: string) => SocketPort;
}

const TYPING_FOR = 6_000;
/** Two minutes of looks, one every two seconds. */
const LOOKS = 60;
const OFFER_WITHIN = 1_000;

/**
 * One consultation's call on this page. It first stands by: media is negotiated, nobody is present, nothing is sent.
 * `join` makes the person present; what they have switched on is sent to whoever is present, too.
 */
export class Call {
  readonly store = new Store<CallSnapshotState>(EMPTY);
  /** How the call was during the last two minutes, oldest first. */
  readonly measured = new Store<readonly Quality[]>([]);
  private readonly scope = new Scope();
  private readonly session: Session;
  private readonly peers: Peers;
  private readonly sampler: Sampler;
  private readonly sender: AdaptiveSender;
  private readonly waits = new Waits((what, millis) => this.session.send("quality.timing", { what, millis }));
  private joined = false;
  /** The request to join until the server has confirmed it. */
  private joining: { id: string | undefined; takeover: boolean } | null = null;
  /** What the server was told is on; null before it was told anything. */
  private lastMedia: string | null = null;
  private knowsHistory = false;
  private greetings = 0;
  /** Messages on their way, by request. */
  private readonly sending = new Map<string, string>();
  private readonly typists = new Map<string, () => void>();

  constructor(private readonly options: CallOptions) {
    this.session = new Session({
      url: options.url,
      ticket: async (signal) => (await this.enter(signal)).ticket,
      onFrame: (frame) => this.handle(frame),
      onWelcome: (welcome) => this.welcome(welcome),
      onState: (connection) => this.patch({ connection }),
      onClosed: (code) => this.closedByServer(code),
      ...(options.socket ? { socket: options.socket } : {}),
    });
    this.sender = new AdaptiveSender({
      scope: this.scope,
      links: () => this.peers.carrying(),
      receive: (peer) => wishOf(this.store.getSnapshot(), peer),
      saving: () => this.store.getSnapshot().receive !== "full",
      sharing: () => options.media.store.getSnapshot().screen.track !== null,
      onStep: (_peer, sending) => this.stepped({ sending }),
    });
    this.peers = new Peers({
      scope: this.scope,
      session: this.session,
      media: options.media,
      relayOnly: options.relayOnly ?? false,
      maySend: (peer) => this.joined && isHere(this.store.getSnapshot(), peer),
      encoding: (peer, slot, track) => this.sender.encoding(peer, slot, track),
      onTrack: (peer, slot, track) => this.remoteTrack(peer, slot, track),
      now: () => Date.now() + this.store.getSnapshot().clockOffset,
      onLink: (_peer, state) => this.linkChanged(state),
    });
    this.sampler = new Sampler({
      scope: this.scope,
      peers: this.peers,
      session: this.session,
      expectsMedia: () => expectsMedia(this.store.getSnapshot()),
      onQuality: (quality) => {
        this.patch({ quality });
        if (quality) this.measured.update((looks) => [...looks, quality].slice(-LOOKS));
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
    if (this.scope.closed || (this.joined && !takeover)) return;
    this.joined = true;
    this.waits.meHere(performance.now());
    this.patch({ seat: "mine" });
    this.requestSeat(takeover);
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

  /** The message shows at once as on its way; the server's answer confirms it. */
  sendChat(text: string, attachment?: ChatMessage["attachment"]): void {
    const { me, participants, clockOffset } = this.store.getSnapshot();
    const self = participants.find((participant) => participant.id === me);
    if (!self) return;
    const key = randomKey();
    const from = { id: self.id, name: self.name, role: self.role };
    const sentAt = new Date(Date.now() + clockOffset).toISOString();
    this.store.update((state) => ({
      ...state,
      chat: [
        ...state.chat,
        { id: key, key, from, text, attachment: attachment ?? null, sentAt, mine: true, delivery: "sending" },
      ],
    }));
    this.deliver({ key, text, attachment: attachment ?? null });
  }

  /** What the server refused is tried once more, under its old key, so that it can never stand there twice. */
  sendAgain(key: string): void {
    const refused = this.store.getSnapshot().chat.find((entry) => entry.key === key && entry.mine && entry.delivery === "failed");
    if (!refused) return;
    this.store.update((state) => ({
      ...state,
      chat: state.chat.map((entry) => (entry === refused ? { ...entry, delivery: "sending" as const } : entry)),
    }));
    this.deliver(refused);
  }

  typing(typing: boolean): void {
    this.session.send("chat.typing", { typing });
  }

  /** The history as it came over HTTP; what is here already stays. What a later one adds was said while we were away. */
  history(messages: ChatMessage[]): void {
    this.store.update((state) => {
      const known = messages.reduce(withMessage, state);
      return this.knowsHistory ? known : { ...known, unread: state.unread };
    });
    this.knowsHistory = true;
  }

  markRead(): void {
    const { chat } = this.store.getSnapshot();
    const last = chat.filter((entry) => !entry.mine).at(-1);
    this.patch({ unread: 0 });
    if (last) this.session.send("chat.read", { upTo: last.id });
  }

  /** The page shows the other side's first picture. */
  pictureShown(): void {
    this.waits.mediaArrived(performance.now());
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
    const link = this.peers.first()?.link;
    const consultation = this.store.getSnapshot().consultation?.consultation;
    if (!consultation || link?.connection.connectionState !== "connected") return { state: "connecting" };
    const known = globalThis.crypto?.subtle ? await fingerprints(link.connection) : null;
    return known ? { state: "known", groups: await safetyCode(known, consultation) } : { state: "unsupported" };
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
    const leaving = this.joined;
    this.joined = false;
    this.scope.close();
    this.options.media.close();
    this.peers.close();
    if (leaving) this.session.send("leave", {});
    this.session.close();
    this.patch({ link: "idle", remote: {}, typing: [] });
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
    this.noticeOthers();
    this.peers.useIceServers(snapshot.iceServers);
    this.peers.forget();
    const greeting = ++this.greetings;
    const offered = Promise.all(snapshot.peers.map((peer) => this.peers.open(peer)));
    this.resendChat();
    if (!this.joined) return;
    if (snapshot.peers.some(({ offers }) => offers)) void this.joinAfter(offered, snapshot, greeting);
    else this.joinAgain(snapshot);
  }

  /** The other side answers our offer while the server writes down that we have come. */
  private async joinAfter(offered: Promise<unknown>, snapshot: CallSnapshot, greeting: number): Promise<void> {
    await within(OFFER_WITHIN, offered).catch(() => undefined);
    if (this.joined && greeting === this.greetings) this.joinAgain(snapshot);
  }

  /** The session is new and has no seat. One that another page took meanwhile is not taken back unasked. */
  private joinAgain(snapshot: CallSnapshot): void {
    const takeover = this.joining?.takeover ?? false;
    if (this.lastMedia !== null) this.lastMedia = "";
    if (snapshot.seatTaken && !takeover) this.seatIsElsewhere();
    else this.requestSeat(takeover);
  }

  private requestSeat(takeover: boolean): void {
    this.joining = { id: this.session.send("join", takeover ? { takeover } : {}, true), takeover };
    this.sendMedia();
  }

  private seatIsElsewhere(): void {
    this.joined = false;
    this.joining = null;
    this.lastMedia = null;
    this.patch({ seat: "elsewhere", problem: null });
    this.refresh();
  }

  private resendChat(): void {
    for (const entry of this.store.getSnapshot().chat) {
      if (entry.delivery === "sending") this.deliver(entry);
    }
  }

  private deliver(message: Pick<ChatMessage, "key" | "text" | "attachment">): void {
    const attachment = message.attachment ? { attachment: message.attachment.id } : {};
    const id = this.session.send("chat.send", { key: message.key, text: message.text, ...attachment }, true);
    if (id) this.sending.set(id, message.key);
  }

  private handle(frame: ServerFrame): void {
    this.store.update((state) => reduce(state, frame));
    this.noticeOthers();
    if (MOVES.has(frame.type)) this.refresh();
    if (frame.type === "pong") this.patch({ clockOffset: clockOffset(this.store.getSnapshot().clockOffset, frame.body.serverTime) });
    this.peers.handle(frame);
    if (frame.re) this.answered(frame.re, frame);
    if (frame.re && frame.type === "pong") this.sampler.answered(frame.re);
    if (frame.type === "quality.peer") this.sampler.heard(frame.body.sight);
    if (frame.type === "chat.typing" && frame.body.typing) this.forgetTyping(frame.body.from);
    if (frame.type === "bye" && frame.body.reason === "ENDED") this.patch({ closed: "ended" });
  }

  private answered(request: string, frame: ServerFrame): void {
    if (request === this.joining?.id) {
      this.joining = null;
      if (frame.type === "problem" && frame.body.code === "ALREADY_IN_CALL") this.seatIsElsewhere();
    }
    const key = this.sending.get(request);
    this.sending.delete(request);
    if (key && frame.type === "problem") this.store.update((state) => withUndelivered(state, key));
  }

  /** That somebody stopped typing may get lost on the way. */
  private forgetTyping(person: string): void {
    this.typists.get(person)?.();
    this.typists.set(person, this.scope.after(TYPING_FOR, () => {
      this.store.update((state) => ({ ...state, typing: state.typing.filter((id) => id !== person) }));
    }));
  }

  private closedByServer(code: number): void {
    const closed = code === 4410 ? "ended" : code === 4409 ? "moved" : "refused";
    this.joined = false;
    this.patch({ closed: this.store.getSnapshot().closed ?? closed });
    this.close();
  }

  private noticeOthers(): void {
    if (othersHere(this.store.getSnapshot())) this.waits.themHere(performance.now());
  }

  private linkChanged(state: "negotiating" | "up" | "lost"): void {
    const before = this.store.getSnapshot().link;
    this.store.update((now) => withLink(now, state, this.joined));
    const { link } = this.store.getSnapshot();
    if (link === "reconnecting" && before !== "reconnecting") this.waits.broken(performance.now());
    if (link === "up") this.waits.mended(performance.now());
  }

  /** Where no camera is on, sound is all there is to wait for. */
  private soundCame(): void {
    const { participants, me } = this.store.getSnapshot();
    if (!participants.some(({ id, media }) => id !== me && (media.camera || media.screen))) this.waits.mediaArrived(performance.now());
  }

  private remoteTrack(peer: string, slot: Slot, track: MediaStreamTrack): void {
    const key = slot === "microphone" ? "audio" : slot;
    if (slot === "microphone") this.scope.listen(track, "unmute", () => this.soundCame());
    this.store.update((state) => {
      const known = state.remote[peer] ?? { audio: null, camera: null, screen: null };
      return { ...state, remote: { ...state.remote, [peer]: { ...known, [key]: new MediaStream([track]) } } };
    });
  }

  private mediaChanged(): void {
    if (this.joined) this.sendMedia();
  }

  private sendMedia(): void {
    this.refresh();
    const { microphone, camera, screen } = this.options.media.store.getSnapshot();
    const { receive, sending } = this.store.getSnapshot();
    const paused = camera.on && sending?.rung === "sound";
    const state = { microphone: microphone.on, camera: camera.on, screen: screen.track !== null, paused, receive };
    const text = JSON.stringify(state);
    if (text === (this.lastMedia ?? NOTHING_ON)) return;
    this.lastMedia = text;
    this.session.send("media.state", state);
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
