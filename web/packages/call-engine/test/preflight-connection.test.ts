import type { IceServers } from "@consilium/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Scope } from "../src/core/scope";
import { ConnectionCheck } from "../src/preflight/connection";
import { percent } from "../src/preflight/progress";
import { NOTHING_KNOWN, type Results } from "../src/preflight/results";
import { FakeRelayedPeer, type Network } from "./fake-relay";
import { FakeSocket } from "./fake-server";

const SERVERS: IceServers = {
  servers: [
    { urls: ["stun:r.example:3478"], username: null, credential: null },
    { urls: ["turn:r.example:3478?transport=udp", "turn:r.example:3478?transport=tcp", "turns:r.example:5349?transport=tcp"], username: "u", credential: "c" },
  ],
  expiresAt: null,
};

/** A server that greets and answers pings after 30 ms. */
function greeting(): FakeSocket {
  const socket = new FakeSocket();
  const send = socket.send.bind(socket);
  socket.send = (text) => {
    send(text);
    const { type } = JSON.parse(text) as { type: string };
    setTimeout(() => (type === "hello" ? socket.welcomes() : socket.says("pong", { serverTime: "2030-01-07T10:00:00Z" })), 30);
  };
  setTimeout(() => socket.onopen?.(), 10);
  return socket;
}

describe("L1: the check of the connection", () => {
  let scope: Scope;
  let results: Results;
  let progress: number[];
  let took: number | null;

  beforeEach(() => {
    vi.useFakeTimers();
    scope = new Scope();
    results = NOTHING_KNOWN;
    progress = [];
    took = null;
  });
  afterEach(() => {
    scope.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  async function check(network: Partial<Network>, more: { ice?: () => Promise<IceServers>; ticket?: () => Promise<string>; socket?: () => FakeSocket } = {}): Promise<Results> {
    FakeRelayedPeer.install(network);
    const began = performance.now();
    void new ConnectionCheck(scope, {
      iceServers: more.ice ?? (async () => SERVERS),
      signalling: { url: "ws://x", ticket: more.ticket ?? (async () => "t"), socket: more.socket ?? greeting },
      onResult: (change) => { results = { ...results, ...change }; },
      onProgress: (done) => progress.push(percent(done)),
    }).run().then(() => { took = performance.now() - began; });
    await vi.advanceTimersByTimeAsync(15_000);
    return results;
  }

  it("tells every way apart, and measures the one a call would take", async () => {
    const found = await check({ delay: 40 });
    expect(found.signalling).toEqual({ code: "WORKS", rttMs: 30 });
    expect(found.stun).toBe("WORKS");
    expect([found.relays.UDP?.code, found.relays.TCP?.code, found.relays.TLS?.code]).toEqual(["WORKS", "WORKS", "WORKS"]);
    expect(found.path).toEqual({ lossPercent: 0, rttMs: 40, jitterMs: 0 });
    expect(found.kbps).toBeGreaterThan(3_500);
    expect(found.kbps).toBeLessThan(4_500);
    expect(took).toBeLessThan(8_000);
  });

  it("asks each relay connection for one address only, and for nothing but the relay", async () => {
    await check({});
    const relayed = FakeRelayedPeer.all.filter((peer) => peer.configuration.iceTransportPolicy === "relay");
    expect(relayed).toHaveLength(6);
    for (const { configuration } of relayed) expect(configuration.iceServers.flatMap((server) => server.urls)).toHaveLength(1);
  });

  it("sends no more than a patient should pay for", async () => {
    let bytes = 0;
    const counted = vi.spyOn(Uint8Array.prototype, "slice").mockImplementation(function (this: Uint8Array) {
      bytes += this.byteLength;
      return new Uint8Array(this) as never;
    });
    await check({ delay: 5 });
    counted.mockRestore();
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(bytes).toBeLessThan(2_000_000);
  });

  it("finds the detour where UDP is blocked", async () => {
    const found = await check({ reachable: (url) => !/^stun:|transport=udp/.test(url) });
    expect(found.stun).toBe("BLOCKED");
    expect([found.relays.UDP?.code, found.relays.TCP?.code, found.relays.TLS?.code]).toEqual(["BLOCKED", "WORKS", "WORKS"]);
    expect(found.path).not.toBeNull();
    expect(found.kbps).not.toBeNull();
    expect(took).toBeLessThan(15_000);
  });

  it("tells a relay that lets nothing through from one that cannot be reached", async () => {
    const found = await check({ reachable: (url) => !url.startsWith("turns:"), passes: (url) => !url.includes("udp") });
    expect(found.relays.UDP).toEqual({ code: "NO_DATA", setUpMs: null, error: null });
    expect(found.relays.TLS?.code).toBe("BLOCKED");
  });

  it("waits for a relay that answers, for on a bad way the first data takes its time", async () => {
    const found = await check({ delay: 2_500 });
    expect(found.relays.UDP?.code).toBe("WORKS");
    expect(found.relays.UDP?.setUpMs).toBeGreaterThan(6_000);
  });

  it("sees packets that get lost", async () => {
    const { path, kbps } = await check({ dropOneIn: 5 });
    expect(path?.lossPercent).toBeGreaterThan(15);
    expect(path?.lossPercent).toBeLessThan(25);
    expect(kbps).toBeNull();
    expect(progress.at(-1)).toBe(100);
  });

  it("ends in time when nothing gets out", async () => {
    const found = await check({ reachable: () => false }, {
      ice: () => Promise.reject(new Error("offline")), ticket: () => Promise.reject(new Error("offline")),
    });
    expect(found.signalling?.code).toBe("REFUSED");
    expect(found.stun).toBe("BLOCKED");
    expect(Object.values(found.relays).map((relay) => relay?.code)).toEqual(["BLOCKED", "BLOCKED", "BLOCKED"]);
    expect([found.path, found.kbps]).toEqual([null, null]);
    expect(took).toBeLessThanOrEqual(15_000);
  });

  it("ends after fifteen seconds also when the server never answers", async () => {
    await check({}, { ice: () => new Promise(() => undefined), ticket: () => new Promise(() => undefined) });
    await vi.advanceTimersByTimeAsync(1);
    expect(took).not.toBeNull();
    expect(took).toBeLessThanOrEqual(15_001);
  });

  it("says where sockets do not get through", async () => {
    const found = await check({}, { socket: () => new FakeSocket() });
    expect(found.signalling).toEqual({ code: "BLOCKED", rttMs: null });
  });

  it("says when the clinic offers no relay", async () => {
    const found = await check({}, { ice: async () => ({ servers: [], expiresAt: null }) });
    expect(found.stun).toBe("NOT_OFFERED");
    expect(Object.values(found.relays).map((relay) => relay?.code)).toEqual(["NOT_OFFERED", "NOT_OFFERED", "NOT_OFFERED"]);
  });

  it("shows progress that never goes back and ends at a hundred", async () => {
    await check({});
    expect(progress.at(-1)).toBe(100);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    expect(new Set(progress).size).toBeGreaterThan(10);
  });

  it("leaves nothing open", async () => {
    await check({});
    expect(FakeRelayedPeer.all.every((peer) => peer.closed)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("leaves nothing open when the page is left in the middle", async () => {
    FakeRelayedPeer.install({});
    void new ConnectionCheck(scope, {
      iceServers: async () => SERVERS, signalling: { url: "ws://x", ticket: async () => "t", socket: greeting },
      onResult: () => undefined, onProgress: () => undefined,
    }).run();
    await vi.advanceTimersByTimeAsync(1_500);
    scope.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(FakeRelayedPeer.all.length).toBeGreaterThan(0);
    expect(FakeRelayedPeer.all.every((peer) => peer.closed)).toBe(true);
  });
});
