import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Store } from "../../src/core/store";
import type { UploadState } from "../../src/recording/uploader";
import type { Uploads } from "../../src/recording/uploads";
import { CallHarness, consultation, person } from "../call-harness";

interface StudioOptions { recording: string; take: number; now: () => number; onFault: (fault: "SILENT" | null) => void; onAwake: () => void; onOver: (why: "FULL" | "BROKEN" | "SLEPT") => void; awake: () => boolean }
const studios = vi.hoisted(() => ({ breaks: false, all: [] as { options: StudioOptions; stopped: boolean }[] }));
vi.mock("../../src/recording/studio", () => ({
  Studio: class {
    private readonly entry: (typeof studios.all)[number];
    constructor(options: StudioOptions) {
      if (studios.breaks) throw new Error("not in this browser");
      studios.all.push(this.entry = { options, stopped: false });
    }
    stop() { this.entry.stopped = true; }
  },
}));
const browser = vi.hoisted(() => ({ format: null as string | null }));
vi.mock("../../src/recording/formats", () => ({ recordingFormat: () => browser.format }));

const state = (phase: string, change: Record<string, unknown> = {}) => ({
  recording: "r", phase, recorder: "doctor", startedAt: null, reason: null, wording: "1", onWithdrawal: "keep", keptDays: 30, service: null,
  answers: [{ participant: "doctor", answer: "AGREED" }, { participant: "patient", answer: "AGREED" }], ...change,
});

let harness: CallHarness;
const fakeUploads = () => ({
  store: new Store<Partial<UploadState>>({ oldest: null }), takes: [] as string[], way: (() => ({ busy: false, available: null, narrow: false })) as Uploads["way"],
  async keep() { /* kept */ },
  async begin({ take }: { take: number }) { this.takes.push(`begun ${take}`); },
  async end({ take }: { take: number }) { this.takes.push(`ended ${take}`); },
  forgotten: [] as string[],
  async forget(recording: string) { this.forgotten.push(recording); },
});
let uploads: ReturnType<typeof fakeUploads>;

beforeEach(() => {
  vi.useFakeTimers();
  studios.all.length = 0;
  studios.breaks = false;
  browser.format = "video/webm;codecs=vp8,opus";
  uploads = fakeUploads();
  harness = new CallHarness({ uploads: async () => uploads as unknown as Uploads });
});
afterEach(() => {
  harness.end();
  vi.useRealTimers();
});

async function inTheCall(snapshot: Record<string, unknown> = {}): Promise<void> {
  await harness.open({ recordable: true, recording: null, ...snapshot });
  harness.call.join();
  await harness.settle();
}

/** The server names this page; its take is opened. */
async function records(take = 1): Promise<void> {
  await harness.says("recording.state", state("RECORDING"));
  const request = harness.sent("recording.take").at(-1);
  await harness.says("recording.take", { recording: "r", take, openedAt: "2030-01-07T10:00:00Z" }, request?.id);
  await vi.advanceTimersByTimeAsync(10);
}

describe("R4: the doctor ends the call", () => {
  it("the last part is cut before the server hears of it, and no other take begins", async () => {
    await inTheCall();
    await records();
    harness.call.recording.holdBack();
    expect(studios.all[0]?.stopped).toBe(true);
    await harness.says("recording.state", state("RECORDING"));
    expect(harness.sent("recording.take")).toHaveLength(1);
  });

  it("where the call goes on after all, so does the recording, with another take", async () => {
    await inTheCall();
    await records();
    harness.call.recording.holdBack();
    harness.call.recording.goOn();
    expect(harness.sent("recording.take")).toHaveLength(2);
  });
});

describe("R1: everybody answers for themselves", () => {
  it("the doctor asks, in a language and with a version of the text", async () => {
    await inTheCall();
    harness.call.recording.request("de", "Alle sind gefragt.");
    expect(harness.sent("recording.request").map(({ body }) => body)).toEqual([{ wording: "2", locale: "de", text: "Alle sind gefragt." }]);
    expect(harness.state.recordable).toBe(true);
  });

  it("each answers with the text that was asked with, and takes it back in one word", async () => {
    await inTheCall();
    await harness.says("recording.state", state("ASKED", { wording: "7" }));
    harness.call.recording.answer(true, "en", "Everybody is asked.");
    harness.call.recording.answer(false, "en");
    expect(harness.sent("recording.answer").map(({ body }) => body)).toEqual([
      { recording: "r", agreed: true, wording: "7", locale: "en", text: "Everybody is asked." }, { recording: "r", agreed: false, wording: "7", locale: "en" },
    ]);
  });

  it("who comes late or reloads is told how it stands", async () => {
    await inTheCall({ recording: state("PAUSED", { reason: "JOINED" }) });
    expect(harness.state.recording).toMatchObject({ phase: "PAUSED", reason: "JOINED" });
  });
});

describe("R3: the page that the server names records", () => {
  it("opens a take, and records from then on, never earlier than the server opened it", async () => {
    await inTheCall();
    await records(4);
    expect(studios.all.map(({ options }) => [options.recording, options.take])).toEqual([["r", 4]]);
    expect(studios.all[0]?.options.now()).toBeGreaterThanOrEqual(Date.parse("2030-01-07T10:00:00Z"));
  });

  it("does not record for somebody else, while only standing by, or twice", async () => {
    await harness.open({ recordable: true, recording: state("RECORDING") });
    expect(harness.sent("recording.take")).toEqual([]);
    await harness.says("recording.state", state("RECORDING", { recorder: "patient" }));
    harness.call.join();
    expect(harness.sent("recording.take")).toEqual([]);
    await records();
    await harness.says("recording.state", state("RECORDING"));
    expect(harness.sent("recording.take")).toHaveLength(1);
  });

  it.each([
    ["paused", () => harness.says("recording.state", state("PAUSED", { reason: "JOINED" }))],
    ["stopped", () => harness.says("recording.state", state("STOPPED", { recorder: null, reason: "WITHDRAWN" }))],
    ["handed over", () => harness.says("recording.state", state("RECORDING", { recorder: "patient" }))],
    ["stopped here", async () => harness.call.recording.stop()],
    ["left", async () => harness.call.leave()],
    ["moved to another page", () => harness.breaks(4409)],
  ])("R1: stops at once when it is %s", async (_why, happens) => {
    await inTheCall();
    await records();
    await happens();
    expect(studios.all[0]?.stopped).toBe(true);
  });

  it("after a pause opens a new take", async () => {
    await inTheCall();
    await records(1);
    await harness.says("recording.state", state("PAUSED"));
    await records(2);
    expect(studios.all.map(({ options, stopped }) => [options.take, stopped])).toEqual([[1, true], [2, false]]);
  });

  it("opens a new take when the browser lets it record all voices", async () => {
    await inTheCall();
    await records(1);
    studios.all[0]?.options.onAwake();
    expect(studios.all[0]?.stopped).toBe(true);
    await harness.says("recording.take", { recording: "r", take: 2 }, harness.sent("recording.take").at(-1)?.id);
    await vi.advanceTimersByTimeAsync(10);
    expect(studios.all.map(({ options, stopped }) => [options.take, stopped])).toEqual([[1, true], [2, false]]);
    studios.all[0]?.options.onAwake();
    expect(harness.sent("recording.take")).toHaveLength(2);
  });

  it("opens a new take when the server has forgotten the old session", async () => {
    await inTheCall();
    await records(1);
    await harness.breaks();
    await harness.welcome({ recordable: true, recording: state("RECORDING"), state: consultation(), participants: [person("doctor", true), person("patient", true)] });
    expect([studios.all[0]?.stopped, harness.sent("recording.take").length]).toEqual([true, 1]);
  });

  it("R1: does not begin when the yes was taken back while it was getting ready", async () => {
    await inTheCall();
    await harness.says("recording.state", state("RECORDING"));
    const request = harness.sent("recording.take").at(-1);
    await harness.says("recording.state", state("STOPPED", { recorder: null }));
    await harness.says("recording.take", { recording: "r", take: 1 }, request?.id);
    await vi.advanceTimersByTimeAsync(10);
    expect([studios.all, uploads.takes]).toEqual([[], ["begun 1", "ended 1"]]);
  });

  it("R4: a take whose answer comes after this page was told to stop, and was named anew, is ended; the new one is not", async () => {
    await inTheCall();
    await harness.says("recording.state", state("RECORDING"));
    const first = harness.sent("recording.take").at(-1);
    await harness.says("recording.state", state("PAUSED", { reason: "LEFT" }));
    await harness.says("recording.state", state("RECORDING"));
    await harness.says("recording.take", { recording: "r", take: 1 }, first?.id);
    await harness.says("recording.take", { recording: "r", take: 2 }, harness.sent("recording.take").at(-1)?.id);
    await vi.advanceTimersByTimeAsync(10);
    expect(uploads.takes.toSorted()).toEqual(["begun 1", "begun 2", "ended 1"]);
    expect(studios.all.map(({ options }) => options.take)).toEqual([2]);
  });

  it("R1: an answer that was long on its way is asked for again, twice, and its take ended; the third counts from half a second before it", async () => {
    await inTheCall();
    await harness.says("recording.state", state("RECORDING"));
    for (const take of [1, 2, 3]) {
      await vi.advanceTimersByTimeAsync(2_001);
      await harness.says("recording.take", { recording: "r", take, openedAt: "2030-01-07T10:00:00.000Z" }, harness.sent("recording.take").at(-1)?.id);
    }
    await vi.advanceTimersByTimeAsync(10);
    expect(uploads.takes.toSorted()).toEqual(["begun 1", "begun 2", "begun 3", "ended 1", "ended 2"]);
    expect(studios.all[0]?.options.now()).toBe(Date.parse("2030-01-07T10:00:01.511Z"));
  });

  it("R1: an answer after two seconds is taken, and the take is behind the server by half a second at most", async () => {
    await inTheCall();
    await harness.says("recording.state", state("RECORDING"));
    await vi.advanceTimersByTimeAsync(2_000);
    await harness.says("recording.take", { recording: "r", take: 1, openedAt: "2030-01-07T10:00:00Z" }, harness.sent("recording.take").at(-1)?.id);
    await vi.advanceTimersByTimeAsync(10);
    expect([studios.all[0]?.options.now(), uploads.takes]).toEqual([Date.parse("2030-01-07T10:00:01.510Z"), ["begun 1"]]);
  });

  it("R1: a lid that was closed ends the take, and another one begins with the server's time", async () => {
    await inTheCall();
    await records(1);
    vi.setSystemTime(Date.now() + 1_001);
    expect(studios.all[0]?.options.awake()).toBe(false);
    studios.all[0]?.options.onOver("SLEPT");
    expect([studios.all[0]?.stopped, harness.sent("recording.take").length, harness.sent("recording.able")]).toEqual([true, 2, []]);
  });

  it("R4: a take that was opened and not needed any more is ended, so that nobody waits for it", async () => {
    await inTheCall();
    await harness.says("recording.state", state("RECORDING"));
    const request = harness.sent("recording.take").at(-1);
    const begin = uploads.begin.bind(uploads);
    uploads.begin = async (take) => {
      await begin(take);
      await harness.says("recording.state", state("PAUSED", { reason: "LEFT" }));
    };
    await harness.says("recording.take", { recording: "r", take: 1 }, request?.id);
    await vi.advanceTimersByTimeAsync(10);
    expect([studios.all, uploads.takes]).toEqual([[], ["begun 1", "ended 1"]]);
  });

  it("R1: of a recording that was deleted nothing stays on the device that recorded; nothing is asked of another", async () => {
    await inTheCall();
    await harness.says("recording.state", state("DELETED", { recorder: null, reason: "WITHDRAWN" }));
    await vi.advanceTimersByTimeAsync(10);
    expect(uploads.forgotten).toEqual([]);
    await records();
    await harness.says("recording.state", state("DELETED", { recorder: null, reason: "WITHDRAWN" }));
    await vi.advanceTimersByTimeAsync(10);
    expect(uploads.forgotten).toEqual(["r"]);
  });

  it("asks again for a take that was refused when it is named again", async () => {
    await inTheCall();
    await harness.says("recording.state", state("RECORDING"));
    await harness.says("problem", { code: "NOT_RECORDER", category: "CONFLICT", message: "", retryable: false, retryAfter: null }, harness.sent("recording.take")[0]?.id);
    await records();
    expect(studios.all).toHaveLength(1);
  });
});

describe("R3: who cannot record says so, and the server asks somebody else", () => {
  const able = () => harness.sent("recording.able").map(({ body }) => (body as { able: boolean }).able);

  it("a page comes into a recording that names it, and begins", async () => {
    await inTheCall({ recording: state("RECORDING") });
    expect([harness.sent("recording.take").length, able()]).toEqual([1, []]);
  });

  it("a browser without a recorder, once", async () => {
    browser.format = null;
    await inTheCall();
    await harness.says("recording.state", state("RECORDING"));
    await harness.says("recording.state", state("RECORDING"));
    expect([able(), harness.sent("recording.take")]).toEqual([[false], []]);
  });

  it("one without room at once, one whose recorder broke after a second chance", async () => {
    await inTheCall();
    await records(1);
    studios.all[0]?.options.onOver("BROKEN");
    await harness.says("recording.take", { recording: "r", take: 2 }, harness.sent("recording.take").at(-1)?.id);
    await vi.advanceTimersByTimeAsync(10);
    expect([studios.all.length, able()]).toEqual([2, []]);
    studios.all[1]?.options.onOver("BROKEN");
    await harness.says("recording.state", state("RECORDING", { recorder: "patient" }));
    expect([studios.all.map(({ stopped }) => stopped), able(), harness.state.recordingTrouble]).toEqual([[true, true], [false], null]);
    expect(harness.sent("recording.health").map(({ body }) => (body as { trouble: string | null }).trouble)).toEqual(["STALLED", null, "STALLED", null]);
  });

  it("and does not offer itself again on the same page, not even to a new session", async () => {
    await inTheCall();
    await records(1);
    studios.all[0]?.options.onOver("FULL");
    await harness.breaks();
    await harness.welcome({ recordable: true, recording: state("RECORDING", { recorder: "patient" }), state: consultation(), participants: [person("doctor", true), person("patient", true)] });
    expect(able()).toEqual([]);
  });

  it("a page that can and is not named offers itself when it comes in", async () => {
    await inTheCall({ recording: state("RECORDING", { recorder: "patient" }) });
    expect([able(), harness.sent("recording.take")]).toEqual([[true], []]);
    await harness.says("recording.state", state("RECORDING"));
    expect(harness.sent("recording.take")).toHaveLength(1);
  });
});

describe("R3, R8: nobody reads that it is recorded while nothing is kept", () => {
  const able = () => harness.sent("recording.able").map(({ body }) => (body as { able: boolean }).able);
  const told = () => harness.sent("recording.health").map(({ body }) => (body as { trouble: string | null }).trouble);

  it.each([
    ["what records cannot be loaded", () => { uploads.begin = async () => { throw new Error("no such file"); }; }],
    ["its recorder cannot be made", () => { studios.breaks = true; }],
  ])("where %s it is told at once and tried again; then somebody else is asked", async (_why, breaks) => {
    await inTheCall();
    breaks();
    await records(1);
    expect([harness.state.recordingTrouble, told(), able()]).toEqual(["STALLED", ["STALLED"], []]);
    await vi.advanceTimersByTimeAsync(1_500);
    await harness.says("recording.take", { recording: "r", take: 2 }, harness.sent("recording.take").at(-1)?.id);
    await vi.advanceTimersByTimeAsync(1_600);
    expect([harness.sent("recording.take").length, able()]).toEqual([2, [false]]);
  });

  it("where it was a moment, it records, and the trouble is over", async () => {
    await inTheCall();
    studios.breaks = true;
    await records(1);
    studios.breaks = false;
    await vi.advanceTimersByTimeAsync(1_500);
    await harness.says("recording.take", { recording: "r", take: 2 }, harness.sent("recording.take").at(-1)?.id);
    await vi.advanceTimersByTimeAsync(1_600);
    expect([studios.all.map(({ options }) => options.take), harness.state.recordingTrouble, able()]).toEqual([[2], null, []]);
    expect(uploads.takes).toContain("ended 1");
  });

  it("a part that the server refuses while this page is to record is told within five seconds, and another take begins", async () => {
    await inTheCall();
    await records(1);
    uploads.store.set({ oldest: null, refused: { recording: "r", take: 1 } });
    await vi.advanceTimersByTimeAsync(1_499);
    expect(harness.state.recordingTrouble).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect([harness.state.recordingTrouble, told().at(-1), studios.all[0]?.stopped, harness.sent("recording.take").length]).toEqual(["REFUSED", "REFUSED", true, 2]);
    await harness.says("recording.take", { recording: "r", take: 2 }, harness.sent("recording.take").at(-1)?.id);
    await vi.advanceTimersByTimeAsync(10);
    expect(harness.state.recordingTrouble).toBe("REFUSED");
    uploads.store.set({ oldest: null, refused: { recording: "r", take: 1 }, kept: { recording: "r", take: 2 } });
    expect([harness.state.recordingTrouble, told().at(-1)]).toEqual([null, null]);
  });

  it("where the next take is refused as well, somebody else is asked", async () => {
    await inTheCall();
    await records(1);
    uploads.store.set({ oldest: null, refused: { recording: "r", take: 1 } });
    await vi.advanceTimersByTimeAsync(1_500);
    await harness.says("recording.take", { recording: "r", take: 2 }, harness.sent("recording.take").at(-1)?.id);
    await vi.advanceTimersByTimeAsync(10);
    uploads.store.set({ oldest: null, refused: { recording: "r", take: 2 } });
    await vi.advanceTimersByTimeAsync(1_500);
    expect([able(), studios.all.map(({ stopped }) => stopped)]).toEqual([[false], [true, true]]);
  });

  it("a last part that comes too late because somebody has just left is no trouble", async () => {
    await inTheCall();
    await records(1);
    uploads.store.set({ oldest: null, refused: { recording: "r", take: 1 } });
    await harness.says("recording.state", state("PAUSED", { reason: "LEFT" }));
    await vi.advanceTimersByTimeAsync(5_000);
    expect([told(), able()]).toEqual([[], []]);
  });
});

describe("R8: trouble is told", () => {
  it("to this page and the server, once, and again when it is over", async () => {
    await inTheCall();
    await records();
    const { onFault } = studios.all[0]!.options;
    onFault("SILENT");
    onFault("SILENT");
    expect(harness.state.recordingTrouble).toBe("SILENT");
    onFault(null);
    expect(harness.state.recordingTrouble).toBeNull();
    expect(harness.sent("recording.health").map(({ body }) => (body as { trouble: string | null }).trouble)).toEqual(["SILENT", null]);
  });

  it("also when it cannot be sent as fast as it is recorded", async () => {
    await inTheCall();
    await records();
    uploads.store.set({ oldest: Date.parse("2030-01-07T09:59:00Z") });
    expect(harness.state.recordingTrouble).toBe("SLOW");
    uploads.store.set({ oldest: null });
    expect(harness.state.recordingTrouble).toBeNull();
  });

  it("gives the upload the whole way once the call is over", async () => {
    await inTheCall();
    await records();
    expect(uploads.way().busy).toBe(true);
    harness.call.leave();
    expect(uploads.way().busy).toBe(false);
  });
});
