import type { Candidate, Description, IceServers, RtcPeer } from "@consilium/protocol";
import { Mailbox } from "../core/mailbox";
import { Scope } from "../core/scope";
import { preferCodecs } from "./codecs";
import { IceWatch } from "./ice-watch";
import { Negotiator } from "./negotiator";
import { tuned } from "./sdp";
import { keep, limit } from "./sender";

/** The three m-lines of every connection, in this order, from the first offer on: so nothing is ever renegotiated for media. */
export const SLOTS = ["microphone", "camera", "screen"] as const;
export type Slot = (typeof SLOTS)[number];

export interface PeerLinkOptions {
  peer: RtcPeer;
  iceServers: IceServers;
  relayOnly: boolean;
  localTrack: (slot: Slot) => MediaStreamTrack | null;
  sendDescription: (description: Description) => void;
  sendCandidate: (candidate: Candidate | null) => void;
  onTrack: (slot: Slot, track: MediaStreamTrack) => void;
  onLink: (state: "up" | "lost") => void;
  /** A new generation is needed. */
  onExhausted: () => void;
}

const MAX_BITRATE: Record<Slot, number> = { microphone: 64_000, camera: 2_500_000, screen: 2_500_000 };

const SHARP_FOR = 1_000;

/** One RTCPeerConnection to one peer under one generation. */
export class PeerLink {
  readonly connection: RTCPeerConnection;
  private readonly scope = new Scope();
  private readonly negotiator: Negotiator;
  private readonly watch: IceWatch;
  /** Tracks come and go one change at a time, so that the last change is the one that stays. */
  private readonly attaching = new Mailbox();
  /** Camera and microphone say that they belong together, so that lips and voice stay together. */
  private readonly person = new MediaStream();
  private readonly display = new MediaStream();
  private link: "up" | "lost" | null = null;

  constructor(private readonly options: PeerLinkOptions) {
    this.connection = new RTCPeerConnection({
      iceServers: toRtc(options.iceServers),
      iceTransportPolicy: options.relayOnly ? "relay" : "all",
      bundlePolicy: "max-bundle",
    });
    this.negotiator = new Negotiator(this.connection as never, {
      polite: options.peer.polite,
      send: options.sendDescription,
      beforeAnswer: () => this.offerOurSide(),
      tune: tuned,
    });
    this.watch = new IceWatch({
      scope: this.scope,
      restart: () => this.restart(),
      reset: options.onExhausted,
    });
    this.listen();
  }

  get generation(): number {
    return this.options.peer.generation;
  }

  get isUp(): boolean {
    return this.link === "up" && !this.scope.closed;
  }

  /** The one named by the server makes the first offer. */
  async start(): Promise<void> {
    if (!this.options.peer.offers) return;
    for (const slot of SLOTS) {
      const kind = slot === "microphone" ? "audio" : "video";
      const streams = [slot === "screen" ? this.display : this.person];
      const transceiver = this.connection.addTransceiver(kind, { direction: "sendrecv", streams });
      if (slot === "camera") preferCodecs(transceiver);
      await this.attach(transceiver.sender, slot);
    }
    if (!this.scope.closed) await this.negotiator.offer();
  }

  description(description: Description): Promise<void> {
    return this.negotiator.description(description);
  }

  candidate(candidate: Candidate | null): Promise<void> {
    return this.negotiator.candidate(candidate);
  }

  /** Sends what there is in that slot now; nothing when there is nothing. */
  async refresh(slot: Slot): Promise<void> {
    const sender = this.connection.getTransceivers()[SLOTS.indexOf(slot)]?.sender;
    if (sender) await this.attach(sender, slot);
  }

  /** Signalling is back after a break. */
  signallingBack(): void {
    this.negotiator.repeat();
    this.watch.hint();
  }

  useIceServers(servers: IceServers): void {
    if (this.scope.closed) return;
    this.connection.setConfiguration?.({
      ...this.connection.getConfiguration(),
      iceServers: toRtc(servers),
    });
  }

  stats(): Promise<RTCStatsReport> {
    return this.connection.getStats();
  }

  close(): void {
    if (this.scope.closed) return;
    this.scope.close();
    this.attaching.close();
    this.negotiator.close();
    this.connection.close();
  }

  private listen(): void {
    const { connection, scope } = this;
    scope.listen<RTCPeerConnectionIceEvent>(connection, "icecandidate", (event) => {
      const candidate = event.candidate?.toJSON();
      this.options.sendCandidate(
        candidate
          ? {
              candidate: candidate.candidate ?? "",
              sdpMid: candidate.sdpMid ?? null,
              sdpMLineIndex: candidate.sdpMLineIndex ?? null,
              usernameFragment: candidate.usernameFragment ?? null,
            }
          : null,
      );
    });
    scope.listen<RTCTrackEvent>(connection, "track", (event) => {
      const slot = SLOTS[connection.getTransceivers().indexOf(event.transceiver)];
      if (slot) this.options.onTrack(slot, event.track);
    });
    scope.listen(connection, "connectionstatechange", () => this.stateChanged());
    for (const source of networkEvents()) scope.listen(source.target, source.type, () => this.watch.hint());
  }

  private stateChanged(): void {
    const state = this.connection.connectionState;
    this.watch.changed(state);
    const link = state === "connected" ? "up" : state === "disconnected" || state === "failed" ? "lost" : null;
    if (link && link !== this.link && !(link === "lost" && this.link === null)) {
      this.link = link;
      this.options.onLink(link);
    }
  }

  private restart(): void {
    this.connection.restartIce();
    void this.negotiator.offer().catch(() => undefined);
  }

  /** Our answer sends in every slot, too, so that tracks can come and go without another offer. */
  private async offerOurSide(): Promise<void> {
    const transceivers = this.connection.getTransceivers();
    for (const [index, slot] of SLOTS.entries()) {
      const transceiver = transceivers[index];
      if (!transceiver) continue;
      transceiver.direction = "sendrecv";
      transceiver.sender.setStreams?.(slot === "screen" ? this.display : this.person);
      if (slot === "camera") preferCodecs(transceiver);
      await this.attach(transceiver.sender, slot);
    }
  }

  private attach(sender: RTCRtpSender, slot: Slot): Promise<void> {
    return this.attaching.post(async () => {
      const track = this.options.localTrack(slot);
      const fresh = sender.track !== track;
      if (fresh) await sender.replaceTrack(track);
      if (!track || this.scope.closed) return;
      await limit(sender, MAX_BITRATE[slot]);
      if (fresh && slot === "camera") await this.beginSharp(sender);
    });
  }

  /** A fresh picture would be scaled down before the first measurement of the way, and stay small for seconds. */
  private async beginSharp(sender: RTCRtpSender): Promise<void> {
    await keep(sender, "resolution");
    this.scope.after(SHARP_FOR, () => void keep(sender, "framerate"));
  }
}

/** What the browser says about a changed network. */
function networkEvents(): { target: EventTarget; type: string }[] {
  if (typeof window === "undefined") return [];
  const { connection } = navigator as Navigator & { connection?: EventTarget };
  return [{ target: window, type: "online" }, ...(connection?.addEventListener ? [{ target: connection, type: "change" }] : [])];
}

function toRtc(servers: IceServers): RTCIceServer[] {
  return servers.servers.map((server) => ({
    urls: server.urls,
    ...(server.username ? { username: server.username } : {}),
    ...(server.credential ? { credential: server.credential } : {}),
  }));
}
