import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Studio } from "../../src/recording/studio";

const stage = vi.hoisted(() => ({ drawn: Promise.resolve<Blob | null>(null) }));

vi.mock("../../src/recording/composer", () => ({
  Composer: class { track = "picture"; strain() { return { drawn: 1, drawing: 0 }; } setEffort() { /* as before */ } sample() { return null; } picture() { return stage.drawn; } },
}));
vi.mock("../../src/recording/mixer", () => ({
  Mixer: class { track = "voices"; running = true; oneVoice = null; goesOn() { return true; } wakes() { return Promise.resolve(true); } set() { /* nobody */ } level() { return 0; } levels() { return new Map(); } },
}));
vi.mock("../../src/recording/recorder", () => ({ Recorder: class { stop() { /* nothing follows */ } } }));

beforeEach(() => { vi.useFakeTimers({ now: 1_000_000 }); });
afterEach(() => { vi.useRealTimers(); });

function studio() {
  const pictures: [Blob, number][] = [];
  const one = new Studio({
    recording: "r", take: 1, mimeType: "video/webm", sitters: () => [], awake: () => true, now: () => Date.now(), clock: () => "", me: "doctor", heard: async () => ({ own: null, other: null }),
    expectsPicture: () => false, busy: () => false, keep: async () => undefined, onFault: () => undefined, onAwake: () => undefined, onOver: () => undefined,
    onPicture: (picture, at) => { pictures.push([picture, at]); },
  } as ConstructorParameters<typeof Studio>[0]);
  return { one, pictures };
}

describe("R7: the picture of a recording", () => {
  it("is taken once, three seconds into the take, and says when", async () => {
    const blob = new Blob(["jpeg"]);
    stage.drawn = Promise.resolve(blob);
    const { pictures } = studio();
    await vi.advanceTimersByTimeAsync(2_900);
    expect(pictures).toEqual([]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(pictures).toEqual([[blob, 1_003_000]]);
  });

  it("is not taken of a take that is shorter, nor handed on when the take ended meanwhile", async () => {
    stage.drawn = Promise.resolve(new Blob());
    const short = studio();
    await vi.advanceTimersByTimeAsync(1_000);
    short.one.stop();
    let done = (_: Blob) => undefined as void;
    stage.drawn = new Promise((resolve) => { done = resolve; });
    const withdrawn = studio();
    await vi.advanceTimersByTimeAsync(3_500);
    withdrawn.one.stop();
    done(new Blob());
    await vi.advanceTimersByTimeAsync(5_000);
    expect([short.pictures, withdrawn.pictures]).toEqual([[], []]);
  });

  it("is none when the browser cannot make one", async () => {
    stage.drawn = Promise.resolve(null);
    const { pictures } = studio();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(pictures).toEqual([]);
  });
});
