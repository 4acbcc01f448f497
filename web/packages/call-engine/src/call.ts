import type { CallSnapshot, ChatMessage, DeclineReason, IceServers, ServerFrame, Welcome } from "@consilium/protocol";
import { EMPTY, reduce, withMessage, withSnapshot, type CallSnapshotState } from "./call-state";
import { Scope } from "./core/scope";
import { Store } from "./core/store";
import type { LocalMedia } from "./media/local-media";
import type { Slot } from "./peer/peer-link";
import { Peers } from "./peers";
import { Sampler } from "./quality/sampler";
import { Session, type ConnectionState, type SocketPort } from "./signalling/session";

export interface Entry { consultation: string; ticket: string; iceServers: IceServers; seatTaken: boolean }

export interface CallOptions {
  url: string;
  /** Asks the server to come in; throws `{final: true}` when trying again cannot help. */
  entry: () => Promise<Entry>;
  media: LocalMedia;
  relayOnly?: boolean;
  socket?: (url: string) => SocketPort;
}

/**
 * One consultation's call on this page. It first stands by: media is negotiated, nobody is present, nothing is sent.
 * `join` makes the person present and sends what they have switched on.
 */
export class Call {
  readonly store = new Store<CallSnapshotState>(EMPTY);
  private readonly scope = new Scope();
  private readonly session: Session;
  private readonly peers: Peers;
  private readonly sampler: Sampler;
  private joined = false;
  private entry: Entry | null = null;

  constructor(private readonly options: CallOptions) {
    this.session = new Session({
      url: options.url,
      ticket: async () => (await this.enter()).ticket,
      onFrame: (frame) => this.handle(frame),
      onWelcome: (welcome) => this.welcome(welcome),
      onState: (connection) => this.connectionChanged(connection),
      onClosed: (code) => this.closedByServer(code),
      ...(options.socket ? { socket: options.socket } : {}),
    });
    this.peers = new Peers({
      session: this.session,
      media: options.media,
      relayOnly: options.relayOnly ?? false,
      maySend: () => this.joined,
      onTrack: (peer, slot, track) => this.remoteTrack(peer, slot, track),
      onLink: (_peer, state) =>
        this.patch({ link: state === "lost" ? "reconnecting" : state === "negotiating" && this.store.getSnapshot().link !== "idle" && this.joined ? "reconnecting" : state }),
    });
    this.sampler = new Sampler(this.scope, this.peers, this.session, (quality) => this.patch({ quality }));
  }

  /** Begins to stand by. */
  open(): void {
    this.session.start();
    this.scope.onClose(this.options.media.store.subscribe(() => this.mediaChanged()));
  }

  join(takeover = false): void {
    if (this.joined && !takeover) return;
    this.joined = true;
    this.session.send("join", takeover ? { takeover } : {}, true);
    this.patch({ seat: "mine" });
    this.sendMedia();
    this.sampler.start();
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
    const key = crypto.randomUUID();
    const from = { id: self.id, name: self.name, role: self.role };
    const sentAt = new Date(Date.now() + clockOffset).toISOString();
    this.store.update((state) => ({
      ...state,
      chat: [
        ...state.chat,
        { id: key, key, from, text, attachment: attachment ?? null, sentAt, mine: true, delivery: "sending" },
      ],
    }));
    this.session.send("chat.send", { key, text, ...(attachment ? { attachment: attachment.id } : {}) }, true);
  }

  typing(typing: boolean): void {
    this.session.send("chat.typing", { typing });
  }

  /** The history as it came over HTTP; what is here already stays. */
  history(messages: ChatMessage[]): void {
    this.store.update((state) => ({ ...messages.reduce(withMessage, state), unread: state.unread }));
  }

  markRead(): void {
    const { chat } = this.store.getSnapshot();
    const last = chat.filter((entry) => !entry.mine).at(-1);
    this.patch({ unread: 0 });
    if (last) this.session.send("chat.read", { upTo: last.id });
  }

  dismissProblem(): void {
    this.patch({ problem: null });
  }

  /** Leaves; the person may come back until the slot ends. */
  leave(): void {
    if (this.joined) this.session.send("leave", {});
    this.joined = false;
    this.patch({ closed: "left" });
    this.scope.after(150, () => this.close());
  }

  /** Ends everything on this page; idempotent. Camera and microphone belong to whoever made the LocalMedia. */
  close(): void {
    if (this.scope.closed) return;
    this.joined = false;
    this.scope.close();
    this.peers.close();
    this.session.close();
    this.patch({ link: "idle", remote: {} });
  }

  private async enter(): Promise<Entry> {
    this.entry = await this.options.entry();
    this.peers.useIceServers(this.entry.iceServers);
    return this.entry;
  }

  private welcome(welcome: Welcome): void {
    const clockOffset = Date.parse(welcome.serverTime) - Date.now();
    this.patch({ clockOffset, me: welcome.you.id });
    if (welcome.resumed) {
      this.peers.signallingBack();
      return;
    }
    const snapshot = welcome.snapshot as CallSnapshot;
    const wasJoined = this.joined;
    this.store.update((state) => withSnapshot(state, snapshot, welcome.you.id));
    this.peers.useIceServers(snapshot.iceServers);
    this.peers.forget();
    for (const peer of snapshot.peers) this.peers.open(peer);
    this.resendChat();
    if (wasJoined) {
      this.session.send("join", { takeover: true }, true);
      this.patch({ seat: "mine" });
      this.sendMedia();
    }
  }

  private resendChat(): void {
    for (const entry of this.store.getSnapshot().chat) {
      if (entry.delivery !== "sending") continue;
      const attachment = entry.attachment ? { attachment: entry.attachment.id } : {};
      this.session.send("chat.send", { key: entry.key, text: entry.text, ...attachment }, true);
    }
  }

  private handle(frame: ServerFrame): void {
    this.store.update((state) => reduce(state, frame));
    this.peers.handle(frame);
    if (frame.type === "problem" && frame.body.code === "ALREADY_IN_CALL") {
      this.joined = false;
      this.patch({ seat: "elsewhere", problem: null });
      this.peers.refresh("microphone");
      this.peers.refresh("camera");
    }
    if (frame.type === "bye" && frame.body.reason === "ENDED") this.patch({ closed: "ended" });
  }

  private connectionChanged(connection: ConnectionState): void {
    this.patch({ connection });
  }

  private closedByServer(code: number): void {
    const closed = code === 4410 ? "ended" : code === 4409 ? "moved" : "refused";
    this.joined = false;
    this.patch({ closed });
    this.close();
  }

  private remoteTrack(peer: string, slot: Slot, track: MediaStreamTrack): void {
    const key = slot === "microphone" ? "audio" : slot;
    this.store.update((state) => {
      const known = state.remote[peer] ?? { audio: null, camera: null, screen: null };
      return { ...state, remote: { ...state.remote, [peer]: { ...known, [key]: new MediaStream([track]) } } };
    });
  }

  private mediaChanged(): void {
    if (this.joined) this.sendMedia();
  }

  private lastMedia = "";

  private sendMedia(): void {
    for (const slot of ["microphone", "camera", "screen"] as const) this.peers.refresh(slot);
    const { microphone, camera, screen } = this.options.media.store.getSnapshot();
    const state = { microphone: microphone.on, camera: camera.on, screen: screen.track !== null };
    const text = JSON.stringify(state);
    if (text === this.lastMedia && this.store.getSnapshot().connection === "online") return;
    this.lastMedia = text;
    this.session.send("media.state", state);
  }

  private patch(change: Partial<CallSnapshotState>): void {
    this.store.update((state) => ({ ...state, ...change }));
  }
}
