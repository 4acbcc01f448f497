import { vi } from "vitest";

/** What the network between this page and its relay does. */
export interface Network {
  /** Addresses at which a relay answers. */
  reachable: (url: string) => boolean;
  /** Whether the relay lets data through to the other end. */
  passes: (url: string) => boolean;
  /** Drops one packet in so many; 0: none. */
  dropOneIn: number;
  /** There and back, ms. */
  delay: number;
}

class FakeChannel extends EventTarget {
  readyState: RTCDataChannelState = "connecting";
  bufferedAmount = 0;
  binaryType = "blob";
  other: FakeChannel | null = null;
  private sent = 0;

  constructor(private readonly network: Network) {
    super();
  }

  opens(): void {
    this.readyState = "open";
    this.dispatchEvent(new Event("open"));
  }

  send(data: string | Float64Array | Uint8Array): void {
    this.sent++;
    if (this.network.dropOneIn > 0 && this.sent % this.network.dropOneIn === 0) return;
    const copy = typeof data === "string" ? data : data.slice().buffer;
    setTimeout(() => this.other?.dispatchEvent(Object.assign(new Event("message"), { data: copy })), this.network.delay);
  }
}

/** Two of these in one page find each other as two real connections would through a relay. */
export class FakeRelayedPeer extends EventTarget {
  static network: Network;
  static all: FakeRelayedPeer[] = [];
  localDescription: { type: string; sdp: string } | null = null;
  private channel: FakeChannel | null = null;
  closed = false;
  private readonly url: string;

  constructor(readonly configuration: { iceServers: { urls: string[] }[]; iceTransportPolicy?: string }) {
    super();
    this.url = configuration.iceServers[0]?.urls[0] ?? "";
    FakeRelayedPeer.all.push(this);
  }

  static install(network: Partial<Network> = {}): void {
    FakeRelayedPeer.network = { reachable: () => true, passes: () => true, dropOneIn: 0, delay: 20, ...network };
    FakeRelayedPeer.all = [];
    vi.stubGlobal("RTCPeerConnection", FakeRelayedPeer);
  }

  createDataChannel(): FakeChannel {
    this.channel = new FakeChannel(FakeRelayedPeer.network);
    return this.channel;
  }

  async setLocalDescription(): Promise<void> {
    const mine = FakeRelayedPeer.all.indexOf(this);
    this.localDescription = { type: "offer", sdp: String(mine) };
    const { network } = FakeRelayedPeer;
    const answers = network.reachable(this.url);
    setTimeout(() => {
      if (this.closed) return;
      const type = this.url.startsWith("stun:") ? "srflx" : "relay";
      if (answers) this.candidate({ type, candidate: "found", of: mine });
    }, network.delay);
    setTimeout(() => {
      if (this.closed || answers) return;
      this.dispatchEvent(Object.assign(new Event("icecandidateerror"), { errorCode: 701 }));
      this.candidate(null);
    }, 9_500);
  }

  async setRemoteDescription(): Promise<void> {}

  /** As soon as both ends know the way, the channel is there. */
  async addIceCandidate({ of }: { of: number }): Promise<void> {
    const from = FakeRelayedPeer.all[of];
    if (!from?.channel || !FakeRelayedPeer.network.passes(this.url) || this.channel) return;
    this.channel = new FakeChannel(FakeRelayedPeer.network);
    this.channel.other = from.channel;
    from.channel.other = this.channel;
    this.channel.opens();
    from.channel.opens();
    this.dispatchEvent(Object.assign(new Event("datachannel"), { channel: this.channel }));
  }

  close(): void {
    this.closed = true;
  }

  private candidate(candidate: { type: string; candidate: string; of: number } | null): void {
    this.dispatchEvent(Object.assign(new Event("icecandidate"), { candidate }));
  }
}
