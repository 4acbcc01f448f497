import { beforeEach, expect, it, vi } from "vitest";

const engine = vi.hoisted(() => ({ opens: 0, fails: false }));
vi.mock("@consilium/call-engine", () => ({
  openUploads: async () => {
    engine.opens++;
    if (engine.fails) throw new Error("no such file");
    return { close: () => undefined };
  },
}));
vi.mock("../src/api/segments", () => ({ putSegment: null, putPicture: null, receivedSegments: null }));
const { recordingUploads } = await import("../src/lib/recording-uploads");

beforeEach(() => { engine.opens = 0; });

it("R3: what could not be loaded once is loaded when it is asked for again, and then kept", async () => {
  engine.fails = true;
  await expect(recordingUploads("doctor")).rejects.toThrow();
  engine.fails = false;
  const uploads = await recordingUploads("doctor");
  expect([await recordingUploads("doctor"), engine.opens]).toEqual([uploads, 2]);
});

it("the next person's is opened although the one before failed", async () => {
  engine.fails = true;
  await expect(recordingUploads("another")).rejects.toThrow();
  engine.fails = false;
  expect(await recordingUploads("third")).toBeDefined();
});
