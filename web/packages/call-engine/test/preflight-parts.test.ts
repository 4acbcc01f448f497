import { describe, expect, it } from "vitest";
import { kbpsOf } from "../src/preflight/bandwidth";
import { isDark } from "../src/preflight/camera";
import { relayOver, stunOf, transportOf } from "../src/preflight/ice";
import { soundDetector } from "../src/preflight/microphone";
import { pathOf } from "../src/preflight/path";
import { supportGaps } from "../src/preflight/support";

describe("L1: loss, delay and jitter", () => {
  it.each([
    [100, Array<number>(100).fill(40), { lossPercent: 0, rttMs: 40, jitterMs: 0 }],
    [100, Array<number>(80).fill(40), { lossPercent: 20, rttMs: 40, jitterMs: 0 }],
    [4, [10, 20, 30, 40], { lossPercent: 0, rttMs: 30, jitterMs: 2 }],
    [50, [], { lossPercent: 100, rttMs: 800, jitterMs: 0 }],
    [0, [], null],
  ])("%i packets sent, %o ms", (sent, delays, expected) => {
    expect(pathOf(sent, delays)).toEqual(expected);
  });

  it("jitter is that of RFC 3550: a constant swing of 20 ms approaches 20", () => {
    const swinging = Array.from({ length: 150 }, (_, index) => (index % 2 ? 60 : 40));
    expect(pathOf(150, swinging)?.jitterMs).toBe(20);
  });
});

describe("L1: bandwidth", () => {
  const steady = (kbps: number, from = 0, until = 3_000) =>
    Array.from({ length: (until - from) / 10 }, (_, index) => ({ at: from + index * 10, bytes: (kbps * 10) / 8 }));

  it.each([2_000, 300, 64])("%i kbit/s are measured as such", (kbps) => {
    expect(kbpsOf(steady(kbps), 3_000)).toBe(kbps);
  });

  it("neither a slow start nor one hiccup counts", () => {
    expect(kbpsOf([...steady(100, 0, 750), ...steady(2_000, 750, 1_500), ...steady(2_000, 1_750, 3_000)], 3_000)).toBe(2_000);
  });

  it("nothing is nothing", () => {
    expect(kbpsOf([], 3_000)).toBe(0);
  });
});

describe("L1: the ways to the relay", () => {
  it.each([
    ["turn:a.example:3478?transport=udp", "UDP"], ["turn:a.example", "UDP"], ["turn:a.example:3478?transport=tcp", "TCP"],
    ["turns:a.example:5349", "TLS"], ["turns:a.example:443?transport=tcp", "TLS"], ["turns:a.example?transport=udp", null], ["stun:a.example", null],
  ])("%s is %s", (url, transport) => {
    expect(transportOf(url)).toBe(transport);
  });

  it("takes one address with its credential", () => {
    const ice = { servers: [{ urls: ["stun:a"], username: null, credential: null }, { urls: ["turn:a?transport=udp", "turn:a?transport=tcp"], username: "u", credential: "c" }], expiresAt: null };
    expect(relayOver(ice, "TCP")).toEqual({ urls: ["turn:a?transport=tcp"], username: "u", credential: "c" });
    expect(relayOver(ice, "TLS")).toBeNull();
    expect(stunOf(ice)).toEqual({ urls: ["stun:a"] });
    expect(stunOf({ servers: [], expiresAt: null })).toBeNull();
  });
});

describe("L1: what is seen and heard", () => {
  const picture = (...lights: number[]) => lights.flatMap((light) => [light, light, light, 255]);

  it.each([
    ["black", Array<number>(768).fill(0), true],
    ["the noise of a covered lens", Array.from({ length: 768 }, (_, i) => (i * 7) % 20), true],
    ["a dim room with a lamp", [...Array<number>(740).fill(10), ...Array<number>(28).fill(200)], false],
    ["a face", Array<number>(768).fill(120), false],
  ])("%s is dark: %s", (_, lights, dark) => {
    expect(isDark(picture(...lights))).toBe(dark);
  });

  it.each([
    ["silence", [0, 0, 0, 0, 0, 0], false],
    ["the hiss of a microphone", [0.01, 0.02, 0.01, 0.02, 0.01], false],
    ["one click", [0, 0.9, 0, 0, 0.9, 0], false],
    ["a word", [0, 0.1, 0.3, 0.2, 0], true],
  ])("%s is heard: %s", (_, levels, heard) => {
    const hears = soundDetector();
    expect(levels.some((level) => hears(level))).toBe(heard);
  });
});

describe("L1: what a browser must have", () => {
  const codecs = { audio: ["audio/opus"], video: ["video/VP8", "video/H264"] };
  const browser = (change: object) => ({
    isSecureContext: true, navigator: { mediaDevices: { getUserMedia: () => undefined } }, RTCPeerConnection: class {}, WebSocket: class {},
    RTCRtpSender: { getCapabilities: (kind: "audio" | "video") => ({ codecs: codecs[kind].map((mimeType) => ({ mimeType })) }) }, ...change,
  }) as never;

  it.each([
    ["everything", {}, []],
    ["nothing to say about codecs", { RTCRtpSender: {} }, []],
    ["no TLS", { isSecureContext: false, navigator: {} }, ["SECURE_CONTEXT", "MEDIA_DEVICES"]],
    ["no WebRTC", { RTCPeerConnection: undefined }, ["PEER_CONNECTION"]],
    ["no sockets", { WebSocket: undefined }, ["WEB_SOCKET"]],
    ["no codec of ours", { RTCRtpSender: { getCapabilities: () => ({ codecs: [{ mimeType: "video/AV1" }] }) } }, ["AUDIO_CODEC", "VIDEO_CODEC"]],
  ])("%s", (_, change, gaps) => {
    expect(supportGaps(browser(change))).toEqual(gaps);
  });
});
