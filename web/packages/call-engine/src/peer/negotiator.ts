import type { Candidate, Description } from "@consilium/protocol";
import { Mailbox } from "../core/mailbox";
import { asAnswer, iceSession, keepsNumbers } from "./sdp";

/** An RTCPeerConnection as far as negotiating goes. */
export interface NegotiablePort {
  readonly signalingState: RTCSignalingState;
  readonly remoteDescription: RTCSessionDescription | Description | null;
  readonly localDescription: RTCSessionDescription | Description | null;
  createOffer(): Promise<{ sdp?: string }>;
  setLocalDescription(description?: { type: RTCSdpType; sdp?: string }): Promise<void>;
  setRemoteDescription(description: Description): Promise<void>;
  addIceCandidate(candidate: Candidate | null): Promise<void>;
}

export interface NegotiatorOptions {
  polite: boolean;
  send: (description: Description) => void;
  /** Runs between a remote offer and our answer. */
  beforeAnswer: () => void;
  tune: (sdp: string) => string;
  /** Asked when two offers met and ours would have to be taken back: true when a new connection comes instead. */
  startsAfresh?: () => boolean;
}

/**
 * Perfect negotiation (W3C WebRTC §10.7), with the politeness given from outside. Every step waits for the one before, our
 * own offers included: so the signalling state alone tells whether two offers met, and the flags `makingOffer` and
 * `isSettingRemoteAnswerPending` of the W3C's example are not needed. Candidates wait for a remote description; those of an
 * offer we ignored are ignored with it.
 */
export class Negotiator {
  private ignoring = false;
  private waiting: (Candidate | null)[] = [];
  private readonly steps = new Mailbox();
  private closed = false;

  constructor(private readonly port: NegotiablePort, private readonly options: NegotiatorOptions) {}

  /** Offers, unless a negotiation is under way: its answer will do, or the one who asked asks again. */
  offer(): Promise<void> {
    return this.steps.post(async () => {
      if (this.port.signalingState !== "stable") return;
      await this.port.setLocalDescription();
      this.sendLocal();
    });
  }

  /**
   * Acts anew on what the other side said last, because `tune` would now read it differently. The other side is not asked and
   * not told: an offer that is the same as before is answered with what it said before. Nothing happens while a negotiation or
   * an ICE restart is under way; its description will be read in the new way by itself. Nor does it where the browser would give
   * the formats other numbers.
   */
  retune(): Promise<void> {
    return this.steps.post(async () => {
      const { localDescription: own, remoteDescription: remote } = this.port;
      if (this.closed || this.port.signalingState !== "stable" || !own || !remote) return;
      const { sdp: offer } = await this.port.createOffer();
      if (this.closed || !offer || iceSession(offer) !== iceSession(own.sdp) || !keepsNumbers(offer, own.sdp)) return;
      await this.port.setLocalDescription({ type: "offer", sdp: offer });
      await this.port.setRemoteDescription({ type: "answer", sdp: this.options.tune(asAnswer(remote.sdp, own.sdp)) })
        .catch(() => this.port.setLocalDescription({ type: "rollback" }));
    });
  }

  /** Says the last offer again: after a break nobody knows whether it arrived. */
  repeat(): void {
    if (!this.closed && this.port.signalingState === "have-local-offer") this.sendLocal();
  }

  description(remote: Description): Promise<void> {
    return this.steps.post(() => this.applyDescription(remote));
  }

  candidate(candidate: Candidate | null): Promise<void> {
    return this.steps.post(() => this.applyCandidate(candidate));
  }

  /** Nothing that waits is done any more. */
  close(): void {
    this.closed = true;
    this.steps.close();
  }

  private async applyDescription(remote: Description): Promise<void> {
    const state = this.port.signalingState;
    this.ignoring = remote.type === "offer" && state !== "stable" && !this.options.polite;
    if (this.ignoring) return;
    if (remote.type === "offer" && state !== "stable" && this.options.startsAfresh?.()) return;
    if (remote.type === "answer" && state !== "have-local-offer") return;
    await this.port.setRemoteDescription({ type: remote.type, sdp: this.options.tune(remote.sdp) });
    for (const candidate of this.waiting.splice(0)) await this.port.addIceCandidate(candidate).catch(() => undefined);
    if (remote.type !== "offer" || this.closed) return;
    this.options.beforeAnswer();
    await this.port.setLocalDescription();
    this.sendLocal();
  }

  private async applyCandidate(candidate: Candidate | null): Promise<void> {
    if (this.ignoring) return;
    if (this.port.remoteDescription) await this.port.addIceCandidate(candidate);
    else this.waiting.push(candidate);
  }

  private sendLocal(): void {
    const local = this.port.localDescription;
    if (local && !this.closed) this.options.send({ type: local.type, sdp: local.sdp });
  }
}
