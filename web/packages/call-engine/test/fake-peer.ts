import { vi } from "vitest";
import { FakeStream, type FakeTrack } from "./fake-media";

class FakeSender {
  track: FakeTrack | null = null;
  async replaceTrack(track: FakeTrack | null): Promise<void> {
    if (FakePeerConnection.slowTracks) await new Promise(() => undefined);
    this.track = track;
  }
  /** How it was told to send. */
  parameters: { encodings: Record<string, unknown>[]; degradationPreference?: string } = { encodings: [{}] };
  getParameters = () => structuredClone(this.parameters);
  readonly said: (typeof this.parameters)[] = [];
  setParameters = async (parameters: typeof this.parameters): Promise<void> => { this.said.push(this.parameters = parameters); };
  setStreams = () => undefined;
}

interface FakeTransceiver { sender: FakeSender; direction: string }

/** An RTCPeerConnection without a network: the test says when it connects and what arrives. */
export class FakePeerConnection extends EventTarget {
  static readonly all: FakePeerConnection[] = [];
  /** No sender ever gets its track. */
  static slowTracks = false;
  /** No description is ever made. */
  static slowOffers = false;
  signalingState: RTCSignalingState = "stable";
  connectionState: RTCPeerConnectionState = "new";
  remoteDescription: { type: string; sdp: string } | null = null;
  localDescription: { type: string; sdp: string } | null = null;
  readonly candidates: unknown[] = [];
  readonly transceivers: FakeTransceiver[] = [];
  restarts = 0;
  /** How often it was told what the other side wants. */
  described = 0;
  configuration: RTCConfiguration;

  constructor(configuration: RTCConfiguration) {
    super();
    this.configuration = configuration;
    FakePeerConnection.all.push(this);
  }

  /** From here on `new RTCPeerConnection` makes these. */
  static install(): void {
    FakePeerConnection.all.length = 0;
    FakePeerConnection.slowTracks = false;
    FakePeerConnection.slowOffers = false;
    vi.stubGlobal("RTCPeerConnection", FakePeerConnection);
    vi.stubGlobal("MediaStream", FakeStream);
  }

  addTransceiver(): FakeTransceiver {
    const transceiver = { sender: new FakeSender(), direction: "sendrecv" };
    this.transceivers.push(transceiver);
    return transceiver;
  }

  getTransceivers = () => this.transceivers;
  getConfiguration = () => this.configuration;
  setConfiguration = (configuration: RTCConfiguration) => { this.configuration = configuration; };
  /** What the browser would say about this connection. */
  report: Record<string, unknown>[] = [];
  getStats = async () => new Map(this.report.map((entry) => [entry.id, entry]));
  restartIce = () => { this.restarts++; };

  createOffer = async () => ({ type: "offer", sdp: `offer of ${FakePeerConnection.all.indexOf(this)}${this.formats}` });

  private formats = "";
  /** Its descriptions name that format. */
  knows(format: string): void {
    this.formats = `\r\na=rtpmap:${format}`;
    if (this.localDescription) this.localDescription.sdp += this.formats;
  }

  async setLocalDescription(): Promise<void> {
    if (FakePeerConnection.slowOffers) await new Promise(() => undefined);
    const type = this.signalingState === "have-remote-offer" ? "answer" : "offer";
    this.localDescription = { type, sdp: `${type} of ${FakePeerConnection.all.indexOf(this)}` };
    this.signalingState = type === "offer" ? "have-local-offer" : "stable";
  }

  async setRemoteDescription(description: { type: string; sdp: string }): Promise<void> {
    if (description.type === "answer" && this.signalingState !== "have-local-offer") throw new Error("InvalidStateError");
    if (!this.transceivers.length) for (let i = 0; i < 3; i++) this.addTransceiver();
    this.remoteDescription = description;
    this.described++;
    this.signalingState = description.type === "offer" ? "have-remote-offer" : "stable";
  }

  async addIceCandidate(candidate: unknown): Promise<void> {
    if (!this.remoteDescription) throw new Error("InvalidStateError");
    this.candidates.push(candidate);
  }

  close(): void {
    this.connectionState = "closed";
    this.signalingState = "closed";
  }

  becomes(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.dispatchEvent(new Event("connectionstatechange"));
  }

  /** The browser has found a way to itself. */
  finds(candidate: string): void {
    this.dispatchEvent(Object.assign(new Event("icecandidate"), { candidate: { toJSON: () => ({ candidate, sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "abcd" }) } }));
  }

  /** The other side sends in that m-line. */
  receives(line: number, track: FakeTrack): void {
    this.dispatchEvent(Object.assign(new Event("track"), { transceiver: this.transceivers[line], track }));
  }

  /** The tracks that are being sent, by m-line. */
  sends(): (string | null)[] {
    return this.transceivers.map(({ sender }) => (sender.track?.readyState === "live" ? sender.track.kind : null));
  }
}
