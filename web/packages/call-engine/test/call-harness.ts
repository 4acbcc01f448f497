import type { ServerFrame } from "@consilium/protocol";
import { vi } from "vitest";
import { Call } from "../src/call";
import type { CallOptions } from "../src/call-options";
import { LocalMedia } from "../src/media/local-media";
import { FakeDevices } from "./fake-media";
import { FakePeerConnection } from "./fake-peer";
import { FakeSocket, type Sent } from "./fake-server";

export const person = (id: string, present = false) => ({
  id, name: id, role: id === "doctor" ? "DOCTOR" : "PATIENT", present, media: { microphone: false, camera: false, screen: false },
});

export const consultation = (version = 1) => ({
  consultation: "c", appointment: "a", version, phase: "WAITING", present: [], absent: null,
  opensAt: "2030-01-07T09:50:00Z", startsAt: "2030-01-07T10:00:00Z", endsAt: "2030-01-07T10:30:00Z",
  noShowAt: null, graceEndsAt: null, firstLiveAt: null, endedAt: null, endReason: null, extension: { used: 0, available: 10 },
});

/** One page of the doctor in a call, with everything around it in the test's hand. */
export class CallHarness {
  readonly sockets: FakeSocket[] = [];
  readonly devices = new FakeDevices();
  readonly media: LocalMedia;
  readonly call: Call;
  entries = 0;
  private seq = 0;
  private sessions = 0;

  constructor(options: Partial<CallOptions> = {}) {
    FakePeerConnection.install();
    this.media = new LocalMedia();
    this.call = new Call({
      url: "ws://test",
      media: this.media,
      entry: async () => ({ consultation: "c", ticket: `t-${++this.entries}`, iceServers: { servers: [], expiresAt: null }, seatTaken: false }),
      socket: () => {
        const socket = new FakeSocket();
        this.sockets.push(socket);
        queueMicrotask(() => socket.onopen?.());
        return socket;
      },
      ...options,
    });
  }

  get socket(): FakeSocket {
    return this.sockets.at(-1) as FakeSocket;
  }

  get state() {
    return this.call.store.getSnapshot();
  }

  get peers(): FakePeerConnection[] {
    return FakePeerConnection.all;
  }

  peer(at: number): FakePeerConnection {
    return this.peers.at(at) as FakePeerConnection;
  }

  settle = () => vi.advanceTimersByTimeAsync(0);

  async open(snapshot: Record<string, unknown> = {}): Promise<void> {
    this.call.open();
    await this.settle();
    await this.welcome(snapshot);
  }

  /** A new session. */
  async welcome(snapshot: Record<string, unknown> = {}): Promise<void> {
    this.seq = 0;
    this.socket.welcomes({
      session: `s-${++this.sessions}`, scope: "call", you: { id: "doctor", name: "doctor", role: "DOCTOR" },
      snapshot: {
        state: consultation(), participants: [person("doctor"), person("patient", true)], peers: [], ring: null,
        iceServers: { servers: [], expiresAt: null }, seated: false, seatTaken: false, ...snapshot,
      },
    });
    await this.settle();
  }

  /** The same session on a new connection. */
  async resume(): Promise<void> {
    this.socket.welcomes({ resumed: true, session: `s-${this.sessions}`, lastSeq: 0, scope: "call", you: { id: "doctor", name: "doctor", role: "DOCTOR" }, snapshot: null });
    await this.settle();
  }

  async says(type: ServerFrame["type"], body: unknown, re?: string): Promise<void> {
    const numbered = !["ack", "pong", "chat.typing", "quality.peer"].includes(type);
    this.socket.says(type, body, { ...(numbered ? { seq: ++this.seq } : {}), ...(re ? { re } : {}) });
    await this.settle();
  }

  async negotiate(generation: number, offers = true): Promise<void> {
    await this.says("rtc.peer", { peer: "patient", generation, polite: !offers, offers });
  }

  /** The other side answers our last offer and the connection comes up. */
  async connects(generation: number): Promise<void> {
    await this.says("rtc.description", { from: "patient", generation, description: { type: "answer", sdp: "answer" } });
    this.peer(-1).becomes("connected");
    await this.settle();
  }

  async breaks(code = 1006): Promise<void> {
    this.socket.breaks(code);
    await vi.advanceTimersByTimeAsync(code >= 4000 ? 0 : 1_000);
  }

  sent(type: string): Sent[] {
    return this.socket.sent.filter((frame) => frame.type === type);
  }

  end(): void {
    this.call.close();
    vi.unstubAllGlobals();
  }
}
