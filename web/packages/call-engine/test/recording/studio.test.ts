import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Segment } from "../../src/recording/segment";
import { Studio } from "../../src/recording/studio";

const stage = vi.hoisted(() => ({ awake: true, voice: { id: "patient", track: "one voice" } as { id: string; track: string } | null, levels: {} as Record<string, number>, heard: { own: null, other: null } as { own: number | null; other: number | null }, full: false, refuses: false, slept: false, recorders: [] as { tracks: unknown[]; stopped: boolean; options: Fakes }[] }));
interface Fakes { onData: (data: Blob, final: boolean) => void; onBroken: () => void }

vi.mock("../../src/recording/composer", () => ({
  Composer: class { track = "picture"; strain() { return { drawn: 1, drawing: 0 }; } setEffort() { /* as before */ } sample() { return null; } },
}));
vi.mock("../../src/recording/mixer", () => ({
  Mixer: class {
    track = "all voices";
    get running() { return stage.awake; }
    get oneVoice() { return stage.voice; }
    wakes(milliseconds: number) { return new Promise((resolve) => setTimeout(() => resolve(stage.awake), stage.awake ? 0 : milliseconds)); }
    goesOn() { return stage.awake; }
    set() { /* nobody there */ }
    level() { return Math.max(0, ...Object.values(stage.levels)); }
    levels() { return new Map(Object.entries(stage.levels)); }
  },
}));
vi.mock("../../src/recording/recorder", () => ({
  Recorder: class {
    private readonly entry: (typeof stage.recorders)[number];
    constructor({ tracks, ...options }: { tracks: unknown[] } & Fakes) {
      if (stage.refuses) throw new Error("not supported");
      stage.recorders.push(this.entry = { tracks, stopped: false, options });
    }
    stop() { this.entry.stopped = true; }
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(stage, { awake: true, voice: { id: "patient", track: "one voice" }, levels: {}, heard: { own: null, other: null }, full: false, refuses: false, slept: false, recorders: [] });
});
afterEach(() => { vi.useRealTimers(); });

function studio() {
  const kept: Segment[] = [];
  const told = { awake: 0, over: [] as string[], faults: [] as (string | null)[] };
  const one = new Studio({
    recording: "r", take: 1, mimeType: "video/webm", sitters: () => [], now: () => Date.now(), clock: () => "", awake: () => !stage.slept, me: "doctor", heard: async () => stage.heard,
    expectsPicture: () => false, busy: () => false, keep: async (segment) => {
      if (stage.full) throw new Error("no room");
      kept.push(segment);
    }, onFault: (fault) => { told.faults.push(fault); },
    onAwake: () => { told.awake++; }, onOver: (why) => { told.over.push(why); },
  });
  return { one, kept, told };
}

/** The browser's recorder gives something all the time. */
function records() {
  const timer = setInterval(() => stage.recorders.forEach(({ options }) => options.onData(new Blob(["x"]), false)), 500);
  onTestFinished(() => clearInterval(timer));
}

describe("R3: a take", () => {
  it("holds the picture and all voices", async () => {
    const { told } = studio();
    await vi.advanceTimersByTimeAsync(5_000);
    expect([stage.recorders, told.awake]).toEqual([[expect.objectContaining({ tracks: ["picture", "all voices"], stopped: false })], 0]);
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

  it("says within five seconds whose voice is missing while the mix sleeps", async () => {
    Object.assign(stage, { awake: false, heard: { own: 0.1, other: 0.1 } });
    records();
    const patientAlone = studio();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(patientAlone.told.faults).toEqual(["OWN_VOICE"]);
    stage.voice = { id: "doctor", track: "one voice" };
    const doctorAlone = studio();
    await vi.advanceTimersByTimeAsync(5_600);
    expect(doctorAlone.told.faults).toEqual(["OTHER_VOICE"]);
  });

  it("says whose voice does not come through the mix", async () => {
    Object.assign(stage, { heard: { own: 0.1, other: 0.1 }, levels: { doctor: 0, patient: 0.1 } });
    records();
    const { told } = studio();
    await vi.advanceTimersByTimeAsync(6_000);
    expect(told.faults).toEqual(["OWN_VOICE"]);
  });

  it("has no fault to tell while both voices come, or the microphone of one is off", async () => {
    Object.assign(stage, { heard: { own: 0.1, other: 0.1 }, levels: { doctor: 0.1, patient: 0.1 } });
    records();
    const { told } = studio();
    await vi.advanceTimersByTimeAsync(6_000);
    Object.assign(stage, { heard: { own: null, other: 0.1 }, levels: { patient: 0.1 } });
    await vi.advanceTimersByTimeAsync(6_000);
    expect(told.faults).toEqual([]);
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

  it("R8: says within five seconds that its recorder gives nothing, and when it gives something again", async () => {
    const { told } = studio();
    await vi.advanceTimersByTimeAsync(3_900);
    expect(told.faults).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(told.faults).toEqual(["STALLED"]);
    records();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told.faults).toEqual(["STALLED", null]);
  });

  it("ends by itself, and says why, when there is no room for it", async () => {
    const { told } = studio();
    await vi.advanceTimersByTimeAsync(10);
    stage.full = true;
    stage.recorders[0]?.options.onData(new Blob(["x"]), false);
    stage.recorders[0]?.options.onData(new Blob(["y"]), false);
    await vi.waitUntil(() => told.over.length > 0);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([told.over, stage.recorders[0]?.stopped]).toEqual([["FULL"], true]);
  });

  it("ends by itself when the browser's recorder breaks, or does not begin", async () => {
    const { told } = studio();
    await vi.advanceTimersByTimeAsync(10);
    stage.recorders[0]?.options.onBroken();
    expect([told.over, stage.recorders[0]?.stopped]).toEqual([["BROKEN"], true]);
    stage.refuses = true;
    const other = studio();
    await vi.advanceTimersByTimeAsync(10);
    expect(other.told.over).toEqual(["BROKEN"]);
    await vi.waitUntil(() => other.kept.length > 0);
    expect(other.kept.map(({ final }) => final)).toEqual([true]);
  });

  it("R1: ends by itself where the computer slept, within a second, also when its recorder gives nothing", async () => {
    const { told, kept } = studio();
    await vi.advanceTimersByTimeAsync(10);
    stage.slept = true;
    stage.recorders[0]?.options.onData(new Blob(["from around the sleep"]), false);
    expect([told.over, stage.recorders[0]?.stopped]).toEqual([["SLEPT"], true]);
    stage.recorders[0]?.options.onData(new Blob(["rest"]), true);
    await vi.waitUntil(() => kept.length > 0);
    expect(kept.map(({ final, bytes }) => [final, bytes.byteLength])).toEqual([[true, 0]]);
    const quiet = studio();
    await vi.advanceTimersByTimeAsync(1_010);
    expect(quiet.told.over).toEqual(["SLEPT"]);
  });
});
