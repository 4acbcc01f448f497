import type { Candidate, Description } from "@consilium/protocol";

/** An RTCPeerConnection as far as negotiating goes. */
export interface NegotiablePort {
  readonly signalingState: RTCSignalingState;
  readonly remoteDescription: unknown;
  readonly localDescription: RTCSessionDescription | Description | null;
  setLocalDescription(): Promise<void>;
  setRemoteDescription(description: Description): Promise<void>;
  addIceCandidate(candidate: Candidate | null): Promise<void>;
}

export interface NegotiatorOptions {
  polite: boolean;
  send: (description: Description) => void;
  /** Runs between a remote offer and our answer. */
  beforeAnswer: () => Promise<void>;
  tune: (sdp: string) => string;
}

/**
 * Perfect negotiation (W3C WebRTC §10.7), with the politeness given from outside. Candidates wait for a remote description;
 * those of an offer we ignored are ignored with it.
 */
export class Negotiator {
  private making = false;
  private ignoring = false;
  private settingAnswer = false;
  private waiting: (Candidate | null)[] = [];
  private tail: Promise<void> = Promise.resolve();

  constructor(private readonly port: NegotiablePort, private readonly options: NegotiatorOptions) {}

  async offer(): Promise<void> {
    this.making = true;
    try {
      await this.port.setLocalDescription();
      this.sendLocal();
    } finally {
      this.making = false;
    }
  }

  /** Says the last offer again: after a break nobody knows whether it arrived. */
  repeat(): void {
    if (this.port.signalingState === "have-local-offer") this.sendLocal();
  }

  description(remote: Description): Promise<void> {
    return this.enqueue(() => this.applyDescription(remote));
  }

  candidate(candidate: Candidate | null): Promise<void> {
    return this.enqueue(() => this.applyCandidate(candidate));
  }

  private async applyDescription(remote: Description): Promise<void> {
    const ready = !this.making && (this.port.signalingState === "stable" || this.settingAnswer);
    const collision = remote.type === "offer" && !ready;
    this.ignoring = !this.options.polite && collision;
    if (this.ignoring) return;
    if (remote.type === "answer" && this.port.signalingState !== "have-local-offer") return;
    this.settingAnswer = remote.type === "answer";
    try {
      await this.port.setRemoteDescription({ type: remote.type, sdp: this.options.tune(remote.sdp) });
    } finally {
      this.settingAnswer = false;
    }
    for (const candidate of this.waiting.splice(0)) await this.port.addIceCandidate(candidate);
    if (remote.type === "offer") {
      await this.options.beforeAnswer();
      await this.port.setLocalDescription();
      this.sendLocal();
    }
  }

  private async applyCandidate(candidate: Candidate | null): Promise<void> {
    if (!this.port.remoteDescription) {
      this.waiting.push(candidate);
      return;
    }
    try {
      await this.port.addIceCandidate(candidate);
    } catch (refused) {
      if (!this.ignoring) throw refused;
    }
  }

  private sendLocal(): void {
    const local = this.port.localDescription;
    if (local) this.options.send({ type: local.type, sdp: local.sdp });
  }

  private enqueue(job: () => Promise<void>): Promise<void> {
    const run = this.tail.then(job);
    this.tail = run.catch(() => undefined);
    return run;
  }
}
