import { describe, expect, it } from "vitest";
import { asAnswer, iceSession, keepsNumbers, knowsRedundancy, tuned } from "../src/peer/sdp";

const AUDIO = "m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0";
const sdp = (...more: string[]) =>
  [AUDIO, "a=rtpmap:111 opus/48000/2", "a=rtpmap:63 red/48000/2", "a=fmtp:63 111/111", "a=rtpmap:9 G722/8000", ...more].join("\r\n");
const payloads = (text: string) => text.split("\r\n")[0]?.split(" ").slice(3);

describe("Q3: redundant sound", () => {
  it("is chosen by what the other side seems to prefer, and unchosen", () => {
    const redundant = tuned(sdp(), { voice: "redundant", round: 0 });
    expect(payloads(redundant)).toEqual(["63", "111", "9", "0"]);
    expect(payloads(tuned(redundant))).toEqual(["111", "63", "9", "0"]);
  });

  it("is not sent where it was not negotiated", () => {
    const firefox = "m=audio 9 UDP/TLS/RTP/SAVPF 109 9\r\na=rtpmap:109 opus/48000/2\r\na=rtpmap:9 G722/8000";
    expect(payloads(tuned(firefox, { voice: "redundant", round: 0 }))).toEqual(["109", "9"]);
  });

  it("leaves pictures alone, and lines without Opus", () => {
    const video = "m=video 9 UDP/TLS/RTP/SAVPF 96 63\r\na=rtpmap:96 VP8/90000\r\na=rtpmap:63 red/90000";
    expect(payloads(tuned(video, { voice: "redundant", round: 0 }))).toEqual(["96", "63"]);
    expect(payloads(tuned("m=audio 9 RTP/AVP 63 0\r\na=rtpmap:63 red/8000", { voice: "redundant", round: 0 }))).toEqual(["63", "0"]);
  });
});

describe("beginning anew", () => {
  it("is a parameter that means nothing, and another one each time", () => {
    const video = "m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=rtpmap:96 VP8/90000";
    const first = tuned(video, { voice: "plain", round: 1 });
    expect(first).toContain("a=fmtp:96 x-google-start-bitrate=1500;x-round=1");
    expect(tuned(first, { voice: "plain", round: 2 })).toContain("a=fmtp:96 x-google-start-bitrate=1500;x-round=2");
    expect(tuned(first)).not.toContain("x-round");
  });
});

describe("a new offer", () => {
  it("may only act on what was said if it gives the formats their numbers", () => {
    expect(keepsNumbers(sdp("a=rtpmap:0 PCMU/8000"), sdp())).toBe(true);
    expect(keepsNumbers(sdp().replaceAll("111", "109"), sdp())).toBe(false);
  });

  it("tells whether its browser knows redundant sound", () => {
    expect([knowsRedundancy(sdp()), knowsRedundancy("a=rtpmap:63 red/90000"), knowsRedundancy(undefined)]).toEqual([true, false, false]);
  });
});

describe("an offer of the other side as its answer", () => {
  it("takes the part that we left to it", () => {
    expect(asAnswer("a=setup:actpass", "x\r\na=setup:active")).toBe("a=setup:passive");
    expect(asAnswer("a=setup:actpass", "x\r\na=setup:passive")).toBe("a=setup:active");
  });

  it("that was an answer already stays", () => {
    expect(asAnswer("a=setup:active", "a=setup:actpass")).toBe("a=setup:active");
  });

  it("names its ICE session", () => {
    expect([iceSession("v=0\r\na=ice-ufrag:Noze\r\n"), iceSession(undefined)]).toEqual(["Noze", null]);
  });
});
