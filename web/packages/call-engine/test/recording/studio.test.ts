import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Segment } from "../../src/recording/segment";
import { Studio } from "../../src/recording/studio";

const stage = vi.hoisted(() => ({ awake: true, voice: "one voice" as string | null, recorders: [] as { tracks: unknown[]; stopped: boolean }[] }));

vi.mock("../../src/recording/composer", () => ({
  Composer: class { track = "picture"; strain() { return { drawn: 1, drawing: 0 }; } setEffort() { /* as before */ } sample() { return null; } },
}));
vi.mock("../../src/recording/mixer", () => ({
  Mixer: class {
    track = "all voices";
    get running() { return stage.awake; }
    get oneVoice() { return stage.voice; }
    wakes(milliseconds: number) { return new Promise((resolve) => setTimeout(() => resolve(stage.awake), stage.awake ? 0 : milliseconds)); }
    set() { /* nobody there */ }
    level() { return 0; }
    levels() { return new Map(); }
  },
}));
vi.mock("../../src/recording/recorder", () => ({
  Recorder: class {
    private readonly entry: (typeof stage.recorders)[number];
    constructor({ tracks }: { tracks: unknown[] }) { stage.recorders.push(this.entry = { tracks, stopped: false }); }
    stop() { this.entry.stopped = true; }
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(stage, { awake: true, voice: "one voice", recorders: [] });
});
afterEach(() => { vi.useRealTimers(); });

function studio() {
  const kept: Segment[] = [];
  const told = { awake: 0 };
  const one = new Studio({
    recording: "r", take: 1, mimeType: "video/webm", sitters: () => [], now: () => Date.now(), clock: () => "", heard: async () => null,
    expectsPicture: () => false, busy: () => false, keep: async (segment) => { kept.push(segment); }, onFault: () => undefined,
    onAwake: () => { told.awake++; },
  });
  return { one, kept, told };
}

describe("R3: a take", () => {
  it("holds the picture and all voices", async () => {
    const { told } = studio();
    await vi.advanceTimersByTimeAsync(5_000);
    expect([stage.recorders, told.awake]).toEqual([[{ tracks: ["picture", "all voices"], stopped: false }], 0]);
  });

  it("begins with the picture and one voice where the browser keeps the mix asleep until somebody clicks, and says once when it wakes", async () => {
    stage.awake = false;
    const { told } = studio();
    await vi.advanceTimersByTimeAsync(600);
    expect(stage.recorders.map(({ tracks }) => tracks)).toEqual([["picture", "one voice"]]);
    expect(told.awake).toBe(0);
    stage.awake = true;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told.awake).toBe(1);
  });

  it("waits for the mix where nobody has a voice", async () => {
    Object.assign(stage, { awake: false, voice: null });
    const { told } = studio();
    await vi.advanceTimersByTimeAsync(600);
    stage.awake = true;
    await vi.advanceTimersByTimeAsync(2_000);
    expect([stage.recorders.map(({ tracks }) => tracks), told.awake]).toEqual([[["picture", "all voices"]], 0]);
  });

  it("that ends before it has begun is closed, and nothing is recorded", async () => {
    stage.awake = false;
    const { one, kept } = studio();
    one.stop();
    await vi.waitUntil(() => kept.length > 0);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([kept.map(({ index, final, bytes }) => [index, final, bytes.byteLength]), stage.recorders]).toEqual([[[0, true, 0]], []]);
  });
});
