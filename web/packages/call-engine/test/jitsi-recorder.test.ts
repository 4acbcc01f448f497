import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RecordingState } from "@consilium/protocol";
import { EMPTY, type CallSnapshotState } from "../src/call-state";
import { Scope } from "../src/core/scope";
import { Store } from "../src/core/store";
import { JitsiRecorder } from "../src/providers/jitsi-recorder";
import type { Session } from "../src/signalling/session";
import { FakeJitsi } from "./fake-jitsi";

const recording = (phase: RecordingState["phase"], service: string | null = "8x8"): RecordingState => ({
  recording: "r", phase, recorder: null, answers: [], startedAt: null, reason: null, wording: "1", onWithdrawal: "keep", keptDays: 30, service,
});

describe("A8, R1: the service's recorder, switched by the doctor's page", () => {
  let store: Store<CallSnapshotState>;
  let recorder: JitsiRecorder;
  let jitsi: FakeJitsi;
  let sent: unknown[];
  let doctor: boolean;
  let left: number;

  beforeEach(() => {
    store = new Store<CallSnapshotState>(EMPTY);
    sent = [];
    doctor = true;
    left = 0;
    vi.useFakeTimers();
    const session = { send: (type: string, body: unknown) => void sent.push([type, body]) } as unknown as Session;
    recorder = new JitsiRecorder({ store, session, scope: new Scope(), isDoctor: () => doctor, onFilmed: () => void left++ });
    jitsi = new FakeJitsi("8x8.vc", {});
  });
  afterEach(() => vi.useRealTimers());
  const stands = (state: RecordingState) => {
    store.update((all) => ({ ...all, recording: state }));
    recorder.settle();
  };
  /** And nothing has been heard of a recorder that runs there. */
  const comesIn = () => {
    recorder.joined(jitsi);
    vi.advanceTimersByTime(1_500);
  };
  const START = ["startRecording", { mode: "file", shouldShare: false }];
  const STOP = ["stopRecording", "file"];

  it("runs from the last yes to the first no", () => {
    comesIn();
    stands(recording("ASKED"));
    expect(jitsi.commands).toEqual([]);
    stands(recording("RECORDING"));
    stands(recording("RECORDING"));
    expect(jitsi.commands).toEqual([START]);
    recorder.told({ on: true, mode: "file" });
    stands(recording("PAUSED"));
    expect(jitsi.commands).toEqual([START, STOP]);
    recorder.told({ on: false, mode: "file" });
    expect(jitsi.commands).toHaveLength(2);
    stands(recording("RECORDING"));
    expect(jitsi.commands.at(-1)).toEqual(START);
  });

  it("a no that comes while it is starting stops it as soon as it runs", () => {
    comesIn();
    stands(recording("RECORDING"));
    stands(recording("STOPPED"));
    recorder.told({ on: true, mode: "file" });
    expect(jitsi.commands).toEqual([START, STOP]);
  });

  it("one that ran before the page came is ended, and begun anew where it is agreed to: its film must not reach too far", () => {
    store.update((all) => ({ ...all, recording: recording("RECORDING") }));
    recorder.told({ on: true, mode: "file" });
    recorder.joined(jitsi);
    expect(jitsi.commands).toEqual([STOP]);
    recorder.told({ on: false, mode: "file" });
    expect(jitsi.commands).toEqual([STOP, START]);
  });

  it("one that is told of a moment after the page came is not taken for ours either", () => {
    store.update((all) => ({ ...all, recording: recording("RECORDING") }));
    recorder.joined(jitsi);
    vi.advanceTimersByTime(1_499);
    expect(jitsi.commands).toEqual([]);
    recorder.told({ on: true, mode: "file" });
    recorder.told({ on: false, mode: "file" });
    expect(jitsi.commands).toEqual([STOP, START]);
  });

  it("where nothing is heard after coming in, it begins", () => {
    store.update((all) => ({ ...all, recording: recording("RECORDING") }));
    comesIn();
    expect(jitsi.commands).toEqual([START]);
  });

  it("one that nobody asked for is stopped", () => {
    comesIn();
    recorder.told({ on: true, mode: "file" });
    expect(jitsi.commands).toEqual([STOP]);
  });

  it("where it does not begin, nobody reads that it records", () => {
    comesIn();
    stands(recording("RECORDING"));
    recorder.told({ on: false, mode: "file", error: "unavailable" });
    expect(sent).toEqual([["recording.able", { recording: "r", able: false }]]);
    expect(jitsi.commands).toEqual([START]);
  });

  it.each([[29_999, []], [30_000, [["recording.able", { recording: "r", able: false }]]]])("one that says nothing for %s ms after it was told to begin: %j", async (millis, said) => {
    comesIn();
    stands(recording("RECORDING"));
    await vi.advanceTimersByTimeAsync(millis);
    expect(sent).toEqual(said);
  });

  it("one that begins too late is ended, and what it says then is not taken for an answer", async () => {
    comesIn();
    stands(recording("RECORDING"));
    await vi.advanceTimersByTimeAsync(30_000);
    stands(recording("STOPPED"));
    expect(jitsi.commands).toEqual([START, STOP]);
    recorder.told({ on: true, mode: "file" });
    expect(jitsi.commands).toEqual([START, STOP, STOP]);
  });

  it.each([[4_999, 1], [5_000, 2], [15_000, 4]])("a wish to end it that nobody hears: %s ms later it was said %s times", async (millis, times) => {
    comesIn();
    stands(recording("RECORDING"));
    recorder.told({ on: true, mode: "file" });
    stands(recording("STOPPED"));
    await vi.advanceTimersByTimeAsync(millis);
    expect(jitsi.commands.slice(1)).toEqual(Array(times).fill(STOP));
    recorder.told({ on: false, mode: "file" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(jitsi.commands.slice(1)).toHaveLength(times);
  });

  it("a wish that a page could not send before it went is said by the one that comes: until it is heard", async () => {
    comesIn();
    stands(recording("RECORDING"));
    recorder.told({ on: true, mode: "file" });
    recorder.left();
    stands(recording("STOPPED"));
    const next = new FakeJitsi("8x8.vc", {});
    recorder.joined(next);
    recorder.told({ on: true, mode: "file" });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(next.commands).toEqual([STOP, STOP]);
  });

  it("a patient's page, and a recording that pages make, switch nothing", () => {
    comesIn();
    stands(recording("RECORDING", null));
    doctor = false;
    stands(recording("RECORDING"));
    recorder.told({ on: true, mode: "file" });
    stands(recording("PAUSED"));
    recorder.told({ on: false, mode: "file", error: "gone" });
    expect(jitsi.commands).toEqual([]);
    expect(sent).toEqual([]);
  });

  describe("the patient's page leaves where nobody stops it", () => {
    beforeEach(() => {
      doctor = false;
      comesIn();
      stands(recording("RECORDING"));
      recorder.told({ on: true, mode: "file" });
    });

    it.each([[4_999, 0], [5_000, 1]])("%s ms after the no: %s times", async (millis, times) => {
      await vi.advanceTimersByTimeAsync(60_000);
      stands(recording("PAUSED"));
      stands(recording("STOPPED"));
      await vi.advanceTimersByTimeAsync(millis);
      expect(left).toBe(times);
    });

    it("not where it was stopped in time, nor where it may go on", async () => {
      stands(recording("PAUSED"));
      await vi.advanceTimersByTimeAsync(4_999);
      recorder.told({ on: false, mode: "file" });
      stands(recording("RECORDING"));
      recorder.told({ on: true, mode: "file" });
      await vi.advanceTimersByTimeAsync(60_000);
      expect(left).toBe(0);
    });

    it("not from a frame that has gone", async () => {
      stands(recording("PAUSED"));
      recorder.left();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(left).toBe(0);
    });

    it("also where nobody was asked", async () => {
      recorder.left();
      comesIn();
      store.update((all) => ({ ...all, recording: null }));
      recorder.told({ on: true, mode: "file" });
      await vi.advanceTimersByTimeAsync(5_000);
      expect(left).toBe(1);
    });
  });

  it("a stream is none of its business", () => {
    comesIn();
    recorder.told({ on: true, mode: "stream" });
    expect(jitsi.commands).toEqual([]);
  });

  it("a frame that has gone is told nothing", () => {
    comesIn();
    recorder.left();
    stands(recording("RECORDING"));
    expect(jitsi.commands).toEqual([]);
  });

  it("is allowed inside of the frame for the doctor, where a service records", () => {
    expect(recorder.allowed).toBe(false);
    store.update((all) => ({ ...all, recordingRules: { onWithdrawal: "keep", keptDays: 30, service: "8x8" } }));
    expect(recorder.allowed).toBe(true);
    doctor = false;
    expect(recorder.allowed).toBe(false);
  });
});
