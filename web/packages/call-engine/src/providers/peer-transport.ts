import type { CallSnapshot, ServerFrame } from "@consilium/protocol";
import { expectsMedia, wishOf } from "../call-state";
import { SLOTS } from "../peer/peer-link";
import { Peers } from "../peers";
import { safetyCodeOf, type SafetyCode } from "../privacy/safety-code-of";
import { AdaptiveSender } from "../quality/adaptive-sender";
import { Sampler } from "../quality/sampler";
import { loudestIn } from "../recording/scene";
import { BUILTIN } from "./abilities";
import type { Entry, Transport, TransportOptions } from "./transport";

/** From browser to browser, one connection a peer. */
export class PeerTransport implements Transport {
  readonly abilities = BUILTIN;
  private readonly peers: Peers;
  private readonly sampler: Sampler;
  private readonly sender: AdaptiveSender;

  constructor(private readonly options: TransportOptions) {
    this.sender = this.newSender();
    this.peers = this.newPeers();
    this.sampler = this.newSampler();
  }

  prepare(): Promise<void> {
    return this.peers.prepare();
  }

  admitted({ iceServers }: Entry): void {
    this.peers.useIceServers(iceServers);
  }

  greeted(snapshot: CallSnapshot): Promise<unknown> {
    this.peers.useIceServers(snapshot.iceServers);
    this.peers.forget();
    return Promise.all(snapshot.peers.map((peer) => this.peers.open(peer)));
  }

  resumed(): void {
    this.peers.signallingBack();
  }

  handle(frame: ServerFrame): void {
    this.peers.handle(frame);
    if (frame.re && frame.type === "pong") this.sampler.answered(frame.re);
    if (frame.type === "quality.peer") this.sampler.heard(frame.body.sight);
  }

  start(): void {
    this.sampler.start();
    this.sender.start();
  }

  refresh(): void {
    for (const slot of SLOTS) this.peers.refresh(slot);
  }

  retryPicture(): void {
    this.sender.retry();
  }

  retryRoom(): void {}

  ending(): void {}

  async heard(): Promise<{ own: number; other: number }> {
    return loudestIn(await Promise.all(this.peers.carrying().map(({ link }) => link.stats())));
  }

  async safetyCode(consultation: string): Promise<SafetyCode> {
    const connection = this.peers.first()?.link.connection;
    return connection ? safetyCodeOf(connection, consultation) : { state: "connecting" };
  }

  attach(): () => void {
    return () => undefined;
  }

  close(): void {
    this.options.scope.close();
    this.peers.close();
  }

  private newSender(): AdaptiveSender {
    const { scope, store, media, onStep } = this.options;
    return new AdaptiveSender({
      scope,
      links: () => this.peers.carrying(),
      receive: (peer) => wishOf(store.getSnapshot(), peer),
      saving: () => store.getSnapshot().receive !== "full",
      sharing: () => media.store.getSnapshot().screen.track !== null,
      onStep: (_peer, sending) => onStep(sending),
    });
  }

  private newPeers(): Peers {
    const { scope, store, session, media, relayOnly, maySend, onTrack, onLink } = this.options;
    return new Peers({
      scope, session, media, relayOnly, maySend, onTrack,
      encoding: (peer, slot, track) => this.sender.encoding(peer, slot, track),
      now: () => Date.now() + store.getSnapshot().clockOffset,
      onLink: (_peer, state) => onLink(state),
    });
  }

  private newSampler(): Sampler {
    const { scope, store, session, onQuality } = this.options;
    return new Sampler({
      scope, session, onQuality,
      peers: this.peers,
      heldBack: (peer) => this.sender.heldBack(peer),
      expectsMedia: () => expectsMedia(store.getSnapshot()),
    });
  }
}
