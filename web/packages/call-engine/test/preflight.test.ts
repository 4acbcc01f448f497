import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LocalMedia } from "../src/media/local-media";
import { Preflight } from "../src/preflight/preflight";
import type { CameraResult } from "../src/preflight/results";
import { FakeDevices } from "./fake-media";
import { FakeRelayedPeer } from "./fake-relay";
import { FakeSocket } from "./fake-server";

describe("L1: the whole check", () => {
  let devices: FakeDevices;
  let media: LocalMedia;
  let preflight: Preflight;
  /** What the page sees and hears; the test moves both. */
  let sees: (result: CameraResult) => void;
  let hears: () => void;
  let listening: number;

  beforeEach(async () => {
    vi.useFakeTimers();
    devices = new FakeDevices();
    FakeRelayedPeer.install();
    vi.stubGlobal("WebSocket", FakeSocket);
    listening = 0;
    media = new LocalMedia();
    preflight = new Preflight({
      media, inApp: false,
      iceServers: async () => ({ servers: [{ urls: ["turn:r.example?transport=udp"], username: "u", credential: "c" }], expiresAt: null }),
      signalling: { url: "ws://x", ticket: async () => "t", socket: () => new FakeSocket() },
      look: async (_track, _signal, onResult) => { sees = onResult; },
      listen: (_track, onHeard) => {
        listening++;
        hears = onHeard;
        return () => listening--;
      },
    });
    await vi.advanceTimersByTimeAsync(0);
  });
  afterEach(() => {
    preflight.close();
    media.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const state = () => preflight.store.getSnapshot();
  const until = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const lights = () => Object.values(state().verdict.lights);

  it("three lines turn good one by one", async () => {
    preflight.start();
    await until(100);
    expect(lights()).toEqual(["open", "open", "open"]);
    sees("WORKS");
    expect(lights()).toEqual(["good", "open", "open"]);
    hears();
    expect(lights()).toEqual(["good", "good", "open"]);
    expect(state().verdict.outcome).toBeNull();
    await until(15_000);
    // The fake clinic has no socket.
    expect(state().verdict).toMatchObject({ outcome: "AT_RISK", findings: ["SIGNALLING_BLOCKED"] });
    expect(state()).toMatchObject({ running: false, progress: 100 });
    expect(state().tookMs).toBeLessThanOrEqual(15_000);
  });

  it("says that it hears nothing, and goes on listening", async () => {
    preflight.start();
    await until(5_900);
    expect(state().results.microphone).toBeNull();
    await until(200);
    expect(state().results.microphone).toBe("SILENT");
    hears();
    expect(state().results.microphone).toBe("HEARD");
    expect(listening).toBe(0);
  });

  it("a black picture may become a good one when the cover is opened", async () => {
    preflight.start();
    await until(100);
    sees("DARK");
    expect(state().verdict.findings).toContain("CAMERA_DARK");
    sees("WORKS");
    expect(state().verdict.findings).not.toContain("CAMERA_DARK");
  });

  it("a question that nobody has answered keeps the lines open, and going on without ends that", async () => {
    devices.answer = null;
    preflight.start();
    await until(20_000);
    expect(lights().slice(0, 2)).toEqual(["open", "open"]);
    expect(state().verdict.outcome).toBeNull();
    await media.goWithout();
    expect(state().verdict.findings).toEqual(expect.arrayContaining(["CAMERA_OFF", "MICROPHONE_OFF"]));
    expect(state().verdict.outcome).toBe("AT_RISK");
  });

  it("a refusal is a finding, and allowing it later mends it", async () => {
    devices.answer = () => "NotAllowedError";
    devices.permissions.set("camera", "denied");
    devices.permissions.set("microphone", "denied");
    preflight.start();
    await until(100);
    expect(state().verdict.findings).toEqual(expect.arrayContaining(["CAMERA_NOT_ALLOWED", "MICROPHONE_NOT_ALLOWED"]));
    devices.answer = () => null;
    devices.permissions.set("camera", "granted");
    devices.permissions.set("microphone", "granted");
    await until(100);
    sees("WORKS");
    hears();
    expect(lights().slice(0, 2)).toEqual(["good", "good"]);
  });

  it("testing again begins from the start, keeps what works open, and asks for what did not", async () => {
    devices.answer = (constraints) => (constraints.video ? "NotFoundError" : null);
    preflight.start();
    await until(15_000);
    expect(state().verdict.findings).toContain("CAMERA_MISSING");
    devices.answer = () => null;
    preflight.again();
    expect(state()).toMatchObject({ running: true, progress: 0, tookMs: null });
    await until(100);
    expect(devices.live("audio")).toHaveLength(1);
    expect(devices.live("video")).toHaveLength(1);
    sees("WORKS");
    hears();
    expect(lights()).toEqual(["good", "good", "open"]);
  });

  it("nothing is looked at, listened to or asked after the page was left", async () => {
    preflight.start();
    await until(500);
    preflight.close();
    media.close();
    const before = state();
    await until(20_000);
    expect(state()).toBe(before);
    expect(listening).toBe(0);
    expect(FakeRelayedPeer.all.every((peer) => peer.closed)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
