import { describe, expect, it } from "vitest";
import { chosen } from "../../src/recording/formats";
import { isFragmented } from "../../src/recording/fragments";

/** What `MediaRecorder.isTypeSupported` says yes to. */
const BROWSERS: Record<string, { has: string[]; records: string | null }> = {
  "Chromium": {
    has: ["video/webm;codecs=vp8,opus", "video/webm;codecs=vp9,opus", "video/webm;codecs=h264,opus", "video/mp4;codecs=avc1.42E01E,opus", "video/mp4"],
    records: "video/webm;codecs=vp8,opus",
  },
  "Firefox": { has: ["video/webm;codecs=vp8,opus"], records: "video/webm;codecs=vp8,opus" },
  "Safari 18.4 and later": {
    has: ["video/webm;codecs=vp8,opus", "video/mp4;codecs=avc1.42E01E,mp4a.40.2", "video/mp4"],
    records: "video/webm;codecs=vp8,opus",
  },
  "Safari 14.1 to 18.3": { has: ["video/mp4;codecs=avc1.42E01E,mp4a.40.2", "video/mp4"], records: "video/mp4;codecs=avc1.42E01E,mp4a.40.2" },
  "a browser with MP4 and without AAC": { has: ["video/mp4;codecs=avc1.42E01E,opus", "video/mp4"], records: "video/mp4;codecs=avc1.42E01E,opus" },
  "a browser that names no codecs": { has: ["video/mp4"], records: "video/mp4" },
  "a browser without VP8": { has: ["video/webm;codecs=vp9,opus", "video/webm;codecs=h264,opus"], records: "video/webm;codecs=vp9,opus" },
  "a browser that records sound only": { has: ["audio/webm;codecs=opus", "audio/mp4"], records: null },
};

describe("what each browser records", () => {
  it.each(Object.entries(BROWSERS))("%s", (_name, { has, records }) => {
    expect(chosen((format) => has.includes(format))).toBe(records);
  });
});

describe("an MP4 whose parts play before its end", () => {
  const mp4 = (...boxes: [kind: string, size: number][]) => {
    const bytes = boxes.flatMap(([kind, size]) => [0, 0, 0, size, ...[...kind].map((letter) => letter.charCodeAt(0)), ...Array<number>(size - 8).fill(0)]);
    return new Uint8Array(bytes).buffer;
  };

  it("has its index first, and then pieces", () => {
    expect(isFragmented(mp4(["ftyp", 20], ["moov", 60], ["moof", 30], ["mdat", 90]))).toBe(true);
    expect(isFragmented(mp4(["ftyp", 20], ["moov", 60]))).toBe(true);
  });

  it("is no file whose index comes last, no torn one, and nothing else", () => {
    expect(isFragmented(mp4(["ftyp", 20], ["mdat", 90], ["moov", 60]))).toBe(false);
    expect(isFragmented(mp4(["ftyp", 20], ["mdat", 90]))).toBe(false);
    expect(isFragmented(mp4(["moof", 20], ["mdat", 90]))).toBe(false);
    expect(isFragmented(new ArrayBuffer(0))).toBe(false);
    expect(isFragmented(new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 0, 0, 0, 0, 0, 0]).buffer)).toBe(false);
  });
});
