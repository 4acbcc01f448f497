import type { IceServers, RtcPeer, ServerFrame } from "@consilium/protocol";
import type { Scope } from "./core/scope";
import type { LocalMedia } from "./media/local-media";
import type { Encoding } from "./peer/encoding";
import { PeerLink, type Slot } from "./peer/peer-link";
import type { Session } from "./signalling/session";

export interface PeersOptions {
  scope: Scope;
  session: Session;
  media: LocalMedia;
  relayOnly: boolean;
  /** Nothing is sent before both have joined: not to somebody who has not accepted yet, and not by them. */
  maySend: (peer: string) => boolean;
  encoding: (peer: string, slot: Slot, track: MediaStreamTrack | null) => Encoding;
  /** The server's time, in ms. */
  now: () => number;
  onTrack: (peer: string, slot: Slot, track: MediaStreamTrack) => void;
  onLink: (peer: string, state: "negotiating" | "up" | "lost") => void;
}

/** Fresh relay credentials are asked for this long before the old ones expire. */
const EARLY = 60_000;
const AT_MOST_EVERY = 30_000;
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * The connections of this page, one a peer, each under its newest generation. One that works when its successor is announced
 * goes on carrying sound and pictures until the successor does: a server that restarts, and forgets every generation, is
 * neither seen nor heard.
 */
export class Peers {
  private readonly links = new Map<string, PeerLink>();
  private readonly former = new Map<string, PeerLink>();
  private readonly held = new Map<PeerLink, [Slot, MediaStreamTrack][]>();
  private iceServers: IceServers = { servers: [], expiresAt: null };
  private cancelRefresh: () => void = () => undefined;
  private certificate: RTCCertificate | null = null;

  constructor(private readonly options: PeersOptions) {}

  /** One certificate for all connections of this page, so that the safety code outlives them. */
  async prepare(): Promise<void> {
    this.certificate = await RTCPeerConnection.generateCertificate?.({ name: "ECDSA", namedCurve: "P-256" } as EcKeyGenParams) ?? null;
  }

  useIceServers(servers: IceServers): void {
    this.iceServers = servers;
    for (const link of this.all()) link.useIceServers(servers);
    this.cancelRefresh();
    if (!servers.expiresAt) return;
    const left = Date.parse(servers.expiresAt) - this.options.now() - EARLY;
    this.cancelRefresh = this.options.scope.after(Math.min(LONGEST_TIMER, Math.max(AT_MOST_EVERY, left)), () => {
      this.options.session.send("ice.refresh", {});
    });
  }

  handle(frame: ServerFrame): void {
    if (frame.type === "rtc.peer") void this.open(frame.body);
    if (frame.type === "rtc.description") {
      const link = this.current(frame.body);
      void link?.description(frame.body.description).catch(() => this.reset(frame.body.from, link));
    }
    if (frame.type === "rtc.candidates") {
      const { candidates, complete } = frame.body;
      for (const candidate of complete ? [...candidates, null] : candidates) {
        void this.current(frame.body)?.candidate(candidate).catch(() => undefined);
      }
    }
    if (frame.type === "ice.servers") this.useIceServers(frame.body);
  }

  /**
   * A generation that is there already stays: a media link that is up survives whatever signalling does.
   *
   * @returns when our offer, where the first is ours, is on its way
   */
  async open(peer: RtcPeer): Promise<void> {
    const known = this.links.get(peer.peer);
    if (known && known.generation >= peer.generation) return;
    if (known) this.retire(peer.peer, known);
    const link: PeerLink = this.link(peer);
    this.links.set(peer.peer, link);
    if (!this.former.has(peer.peer)) this.options.onLink(peer.peer, "negotiating");
    await link.start().catch(() => this.reset(peer.peer, link));
  }

  /** The server forgot everything: generations begin anew. What works goes on working meanwhile. */
  forget(): void {
    for (const [peer, link] of this.links) this.retire(peer, link);
    this.links.clear();
  }

  /** What may be sent or what there is to send has changed. */
  refresh(slot: Slot): void {
    for (const link of this.all()) void link.refresh(slot).catch(() => undefined);
  }

  signallingBack(): void {
    for (const link of this.links.values()) link.signallingBack();
  }

  /** The connection that carries media to each peer now. */
  carrying(): { peer: string; link: PeerLink }[] {
    return [...new Map([...this.links, ...this.former])].map(([peer, link]) => ({ peer, link }));
  }

  first(): { peer: string; link: PeerLink } | null {
    return this.carrying()[0] ?? null;
  }

  close(): void {
    for (const link of this.all()) link.close();
    this.links.clear();
    this.former.clear();
    this.held.clear();
  }

  private link(peer: RtcPeer): PeerLink {
    const { session } = this.options;
    const { generation } = peer;
    const to = peer.peer;
    const isCurrent = () => this.links.get(to) === link;
    const link: PeerLink = new PeerLink({
      peer,
      iceServers: this.iceServers,
      relayOnly: this.options.relayOnly,
      certificate: this.certificate,
      localTrack: (slot) => this.localTrack(to, slot),
      encoding: (slot, track) => this.options.encoding(to, slot, track),
      sendDescription: (description) => { if (isCurrent()) session.send("rtc.description", { to, generation, description }); },
      sendCandidates: (found) => { if (isCurrent()) session.send("rtc.candidates", { to, generation, ...found }); },
      onTrack: (slot, track) => this.track(to, link, slot, track),
      onLink: (state) => {
        if (isCurrent()) this.linkChanged(peer, state);
        else if (state === "lost") this.succeed(to);
      },
      onSilence: () => { if (isCurrent()) session.probe(); },
      onExhausted: () => this.reset(to, link),
    });
    return link;
  }

  private linkChanged(peer: RtcPeer, state: "up" | "lost"): void {
    this.options.session.send("media.link", { peer: peer.peer, generation: peer.generation, state });
    if (state === "up") this.succeed(peer.peer);
    else this.options.session.probe();
    if (!this.former.has(peer.peer)) this.options.onLink(peer.peer, state);
  }

  /** Works: it goes on until its successor works, or it fails. Does not: it is closed. */
  private retire(peer: string, link: PeerLink): void {
    if (!link.isUp) {
      this.held.delete(link);
      link.close();
      return;
    }
    this.former.get(peer)?.close();
    this.former.set(peer, link);
  }

  private succeed(peer: string): void {
    const former = this.former.get(peer);
    this.former.delete(peer);
    former?.close();
    const link = this.links.get(peer);
    if (!link) {
      if (former) this.options.onLink(peer, "lost");
      return;
    }
    for (const [slot, track] of this.held.get(link) ?? []) this.options.onTrack(peer, slot, track);
    this.held.delete(link);
    if (former && !link.isUp) this.options.onLink(peer, "negotiating");
  }

  private track(peer: string, link: PeerLink, slot: Slot, track: MediaStreamTrack): void {
    if (this.former.has(peer)) this.held.set(link, [...(this.held.get(link) ?? []), [slot, track]]);
    else this.options.onTrack(peer, slot, track);
  }

  private localTrack(peer: string, slot: Slot): MediaStreamTrack | null {
    return this.options.maySend(peer) ? this.options.media.store.getSnapshot()[slot].track : null;
  }

  private current(frame: { from: string; generation: number }): PeerLink | null {
    const link = this.links.get(frame.from);
    return link && link.generation === frame.generation ? link : null;
  }

  private reset(peer: string, link: PeerLink | null): void {
    if (link && this.links.get(peer) === link) this.options.session.send("rtc.reset", { to: peer, generation: link.generation });
  }

  private all(): PeerLink[] {
    return [...this.links.values(), ...this.former.values()];
  }
}
