import type { IceServers, RtcPeer, ServerFrame } from "@consilium/protocol";
import type { LocalMedia } from "./media/local-media";
import { PeerLink, type Slot } from "./peer/peer-link";
import type { Session } from "./signalling/session";

export interface PeersOptions {
  session: Session;
  media: LocalMedia;
  relayOnly: boolean;
  /** Nothing is sent before the person has joined. */
  maySend: () => boolean;
  onTrack: (peer: string, slot: Slot, track: MediaStreamTrack) => void;
  onLink: (peer: string, state: "negotiating" | "up" | "lost") => void;
}

/** The connections of this page, one a peer, each under its newest generation. */
export class Peers {
  private readonly links = new Map<string, PeerLink>();
  private iceServers: IceServers = { servers: [], expiresAt: null };

  constructor(private readonly options: PeersOptions) {}

  useIceServers(servers: IceServers): void {
    this.iceServers = servers;
    for (const link of this.links.values()) link.useIceServers(servers);
  }

  handle(frame: ServerFrame): void {
    if (frame.type === "rtc.peer") this.open(frame.body);
    if (frame.type === "rtc.description") {
      void this.current(frame.body)?.description(frame.body.description).catch(() => this.reset(frame.body.from));
    }
    if (frame.type === "rtc.candidate") {
      void this.current(frame.body)?.candidate(frame.body.candidate).catch(() => undefined);
    }
    if (frame.type === "ice.servers") this.useIceServers(frame.body);
  }

  /** A generation that is there already stays: a media link that is up survives whatever signalling does. */
  open(peer: RtcPeer): void {
    const known = this.links.get(peer.peer);
    if (known && known.generation >= peer.generation) return;
    known?.close();
    const { session } = this.options;
    const { generation } = peer;
    const link = new PeerLink({
      peer,
      iceServers: this.iceServers,
      relayOnly: this.options.relayOnly,
      localTrack: (slot) => this.localTrack(slot),
      sendDescription: (description) => session.send("rtc.description", { to: peer.peer, generation, description }),
      sendCandidate: (candidate) => session.send("rtc.candidate", { to: peer.peer, generation, candidate }),
      onTrack: (slot, track) => this.options.onTrack(peer.peer, slot, track),
      onLink: (state) => {
        session.send("media.link", { peer: peer.peer, generation, state });
        this.options.onLink(peer.peer, state);
      },
      onExhausted: () => this.reset(peer.peer),
    });
    this.links.set(peer.peer, link);
    this.options.onLink(peer.peer, "negotiating");
    void link.start().catch(() => this.reset(peer.peer));
  }

  /** Peers the server does not know any more are gone. */
  retain(peers: RtcPeer[]): void {
    for (const [id, link] of this.links) {
      if (!peers.some((peer) => peer.peer === id)) {
        link.close();
        this.links.delete(id);
      }
    }
  }

  /** The server forgot everything: generations begin anew. */
  forget(): void {
    for (const link of this.links.values()) link.close();
    this.links.clear();
  }

  refresh(slot: Slot): void {
    for (const link of this.links.values()) void link.refresh(slot).catch(() => undefined);
  }

  signallingBack(): void {
    for (const link of this.links.values()) link.signallingBack();
  }

  first(): { peer: string; link: PeerLink } | null {
    for (const [peer, link] of this.links) return { peer, link };
    return null;
  }

  close(): void {
    this.forget();
  }

  private localTrack(slot: Slot): MediaStreamTrack | null {
    if (!this.options.maySend()) return null;
    const state = this.options.media.store.getSnapshot();
    return slot === "screen" ? state.screen.track : state[slot].track;
  }

  private current(frame: { from: string; generation: number }): PeerLink | null {
    const link = this.links.get(frame.from);
    return link && link.generation === frame.generation ? link : null;
  }

  private reset(peer: string): void {
    const link = this.links.get(peer);
    if (link) this.options.session.send("rtc.reset", { to: peer, generation: link.generation });
  }
}
