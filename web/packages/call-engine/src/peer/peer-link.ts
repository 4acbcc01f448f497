import type { Candidate, Description, IceServers, RtcPeer } from "@consilium/protocol";
import { Mailbox } from "../core/mailbox";
import { Scope } from "../core/scope";
import { CandidateBatch, type Found } from "./candidate-batch";
import { preferCodecs } from "./codecs";
import type { Encoding } from "./encoding";
import { IceWatch } from "./ice-watch";
import { Negotiator } from "./negotiator";
import { iceSession, knowsRedundancy, tuned, type Tuning, type Voice } from "./sdp";
import { isShaped, shape } from "./sender";
import { heard, isSilent, UNHEARD } from "./silence";

/** The three m-lines of every connection, in this order, from the first offer on: so nothing is ever renegotiated for media. */
export const SLOTS = ["microphone", "camera", "screen"] as const;
export type Slot = (typeof SLOTS)[number];

export interface PeerLinkOptions {
  peer: RtcPeer;
  iceServers: IceServers;
  relayOnly: boolean;
  /** What this page proves itself with; the browser makes one when there is none. */
  certificate: RTCCertificate | null;
  localTrack: (slot: Slot) => MediaStreamTrack | null;
  /** How what is in that slot is to be sent now. */
  encoding: (slot: Slot, track: MediaStreamTrack | null) => Encoding;
  sendDescription: (description: Description) => void;
  sendCandidates: (found: Found) => void;
  onTrack: (slot: Slot, track: MediaStreamTrack) => void;
  onLink: (state: "up" | "lost") => void;
  /** Nothing comes any more where something came all the time; the browser may say so later. */
  onSilence: () => void;
  /** A new generation is needed. */
  onExhausted: () => void;
}

const SHARP_FOR = 1_000;
/** How long the polite side leaves it to the other one to restart ICE: both notice, and offers that meet cost a connection. */
const COURTESY = 700;

/** One RTCPeerConnection to one peer under one generation. */
export class PeerLink {
  readonly connection: RTCPeerConnection;
  private readonly scope = new Scope();
  private readonly negotiator: Negotiator;
  private readonly watch: IceWatch;
  private readonly candidates: CandidateBatch;
  /** A slot's tracks come and go one change at a time, so that the last change is the one that stays. */
  private readonly attaching = SLOTS.map(() => new Mailbox());
  /** Until when the camera's picture keeps its size, in ms. */
  private sharpUntil = 0;
  /** Camera and microphone say that they belong together, so that lips and voice stay together. */
  private readonly person = new MediaStream();
  private readonly display = new MediaStream();
  private link: "up" | "lost" | null = null;
  private tuning: Tuning = { voice: "plain", round: 0 };
  private hearing = UNHEARD;

  constructor(private readonly options: PeerLinkOptions) {
    this.connection = new RTCPeerConnection({
      iceServers: toRtc(options.iceServers),
      iceTransportPolicy: options.relayOnly ? "relay" : "all",
      bundlePolicy: "max-bundle",
      // Who waits for an offer looks for ways to itself meanwhile.
      iceCandidatePoolSize: 1,
      ...(options.certificate ? { certificates: [options.certificate] } : {}),
    });
    this.negotiator = new Negotiator(this.connection as never, {
      polite: options.peer.polite,
      send: options.sendDescription,
      beforeAnswer: () => this.answerWithOurSide(),
      tune: (sdp) => tuned(sdp, this.tuning),
      startsAfresh: () => this.startsAfresh(),
    });
    this.candidates = new CandidateBatch(this.scope, options.sendCandidates);
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

  /** The one named by the server makes the first offer. It waits for no track: those follow by themselves. */
  async start(): Promise<void> {
    if (!this.options.peer.offers) return;
    for (const slot of SLOTS) {
      const kind = slot === "microphone" ? "audio" : "video";
      const streams = [slot === "screen" ? this.display : this.person];
      const transceiver = this.connection.addTransceiver(kind, { direction: "sendrecv", streams });
      if (slot === "camera") preferCodecs(transceiver);
      this.attachSoon(transceiver.sender, slot);
    }
    await this.negotiator.offer();
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

  /** How it is to be sent has changed. */
  async refreshAll(): Promise<void> {
    await Promise.all(SLOTS.map((slot) => this.refresh(slot)));
  }

  /** Against loss: sends sound that way from now on, where both browsers can. */
  protect(voice: Voice): void {
    const able = knowsRedundancy(this.connection.localDescription?.sdp);
    if (this.tuning.voice !== voice && (able || voice === "plain")) this.tune({ voice });
  }

  /**
   * Throws away every picture that waits in this browser, or would be sent once more because it got lost: Chromium begins
   * anew when a parameter of the codec changes, and be it one that means nothing.
   */
  startOver(): void {
    this.tune({ round: this.tuning.round + 1 });
  }

  /** Whether there is anything to send. */
  get sends(): boolean {
    return this.connection.getTransceivers().some(({ sender }) => sender.track);
  }

  get sendsPicture(): boolean {
    return this.connection.getTransceivers().some(({ sender }) => sender.track?.kind === "video");
  }

  /** A fresh picture would be scaled down before the first measurement of the way, and stay small for seconds. */
  sharpen(): void {
    this.sharpUntil = performance.now() + SHARP_FOR;
    this.scope.after(SHARP_FOR, () => void this.refresh("camera").catch(() => undefined));
  }

  /** Whether anything has arrived since the last look. */
  looked(arrived: boolean): void {
    const before = isSilent(this.hearing);
    this.hearing = heard(this.hearing, arrived);
    const silent = isSilent(this.hearing);
    this.watch.hears(silent);
    if (silent && !before) this.options.onSilence();
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
    for (const mailbox of this.attaching) mailbox.close();
    this.negotiator.close();
    this.connection.close();
  }

  private listen(): void {
    const { connection, scope } = this;
    scope.listen<RTCPeerConnectionIceEvent>(connection, "icecandidate", (event) => {
      if (event.candidate) this.found(event.candidate.toJSON());
      else this.candidates.complete();
    });
    scope.listen<RTCTrackEvent>(connection, "track", (event) => {
      const slot = SLOTS[connection.getTransceivers().indexOf(event.transceiver)];
      if (slot) this.options.onTrack(slot, event.track);
    });
    scope.listen(connection, "connectionstatechange", () => this.stateChanged());
    for (const source of networkEvents()) scope.listen(source.target, source.type, () => this.watch.hint());
  }

  private found({ candidate = "", sdpMid = null, sdpMLineIndex = null, usernameFragment = null }: RTCIceCandidateInit): void {
    this.candidates.found({ candidate, sdpMid, sdpMLineIndex, usernameFragment });
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

  private tune(change: Partial<Tuning>): void {
    this.tuning = { ...this.tuning, ...change };
    void this.negotiator.retune().catch(() => undefined);
  }

  private restart(): void {
    if (!this.options.peer.polite) {
      this.offerAnew();
      return;
    }
    const before = iceSession(this.connection.remoteDescription?.sdp);
    this.scope.after(COURTESY, () => {
      if (iceSession(this.connection.remoteDescription?.sdp) === before) this.offerAnew();
    });
  }

  private offerAnew(): void {
    this.connection.restartIce();
    void this.negotiator.offer().catch(() => undefined);
  }

  /** Chromium receives on after it took an offer back, but never shows another picture: what was connected is replaced. */
  private startsAfresh(): boolean {
    if (this.link === null) return false;
    this.options.onExhausted();
    return true;
  }

  /**
   * Our answer sends in every slot, too, so that tracks can come and go without another offer. It keeps the order of formats
   * that was offered: a preference of our own would make Firefox number them anew in a later offer, which Chromium refuses.
   */
  private answerWithOurSide(): void {
    const transceivers = this.connection.getTransceivers();
    for (const [index, slot] of SLOTS.entries()) {
      const transceiver = transceivers[index];
      if (!transceiver) continue;
      transceiver.direction = "sendrecv";
      transceiver.sender.setStreams?.(slot === "screen" ? this.display : this.person);
      this.attachSoon(transceiver.sender, slot);
    }
  }

  private attachSoon(sender: RTCRtpSender, slot: Slot): void {
    void this.attach(sender, slot).catch(() => undefined);
  }

  private attach(sender: RTCRtpSender, slot: Slot): Promise<void> {
    const mailbox = this.attaching[SLOTS.indexOf(slot)] as Mailbox;
    return mailbox.post(async () => {
      const track = this.options.localTrack(slot);
      const fresh = sender.track !== track;
      if (fresh) await sender.replaceTrack(track);
      // Said before there is anything to send, it costs the first picture nothing.
      if (this.scope.closed || (!track && isShaped(sender))) return;
      if (fresh && slot === "camera") this.sharpen();
      const encoding = this.options.encoding(slot, track);
      const sharp = slot === "camera" && (!track || performance.now() < this.sharpUntil);
      await shape(sender, sharp ? { ...encoding, keep: "resolution" } : encoding);
    });
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
