import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LocalMedia } from "../src/media/local-media";
import { FakeDevices } from "./fake-media";

const settle = () => vi.advanceTimersByTimeAsync(0);

describe("Q7: the way back from a refusal", () => {
  let devices: FakeDevices;
  let media: LocalMedia;

  beforeEach(async () => {
    vi.useFakeTimers();
    devices = new FakeDevices();
    media = new LocalMedia();
    await settle();
  });
  afterEach(() => {
    media.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const state = () => media.store.getSnapshot();
  const problems = () => [state().camera.problem, state().microphone.problem];
  const blocked = async () => {
    devices.answer = () => "NotAllowedError";
    devices.permissions.set("camera", "denied");
    devices.permissions.set("microphone", "denied");
    const starting = media.start({ camera: true, microphone: true });
    await settle();
    await starting;
    devices.answer = () => null;
  };

  it("asks once for both and takes one no for both", async () => {
    await blocked();
    expect(devices.questions).toHaveLength(1);
    expect(problems()).toEqual(["DENIED", "DENIED"]);
  });

  it("asks for the one that is allowed when only the other is blocked", async () => {
    devices.permissions.set("camera", "denied");
    devices.answer = (constraints) => (constraints.video ? "NotAllowedError" : null);
    const starting = media.start({ camera: true, microphone: true });
    await settle();
    await starting;
    expect(problems()).toEqual(["DENIED", null]);
    expect(state().microphone.on).toBe(true);
    expect(devices.questions).toHaveLength(2);
  });

  it("asks for each where the browser does not tell what is allowed", async () => {
    devices.permissions.known = false;
    devices.answer = (constraints) => (constraints.video ? "NotAllowedError" : null);
    const starting = media.start({ camera: true, microphone: true });
    await settle();
    await starting;
    expect(problems()).toEqual(["DENIED", null]);
    expect(devices.questions).toHaveLength(3);
  });

  it("Try again really asks again", async () => {
    await blocked();
    devices.answer = () => "NotAllowedError";
    const again = media.retry();
    await settle();
    await again;
    expect(devices.questions).toHaveLength(2);
    expect(problems()).toEqual(["DENIED", "DENIED"]);
  });

  it("Try again asks for nothing that was switched off", async () => {
    devices.answer = (constraints) => (constraints.audio ? "NotFoundError" : null);
    await media.start({ camera: true, microphone: true });
    await media.setCamera(false);
    devices.answer = () => null;
    await media.retry();
    expect(devices.questions.at(-1)?.constraints.video).toBeUndefined();
    expect([state().camera.on, state().microphone.on]).toEqual([false, true]);
  });

  it("says that the question is still open, and forgets it when it is answered", async () => {
    devices.answer = null;
    void media.start({ camera: true, microphone: true });
    await vi.advanceTimersByTimeAsync(3_900);
    expect(problems()).toEqual([null, null]);
    await vi.advanceTimersByTimeAsync(200);
    expect(problems()).toEqual(["NO_ANSWER", "NO_ANSWER"]);
    devices.questions[0]?.allow();
    await settle();
    expect(problems()).toEqual([null, null]);
    expect(state().camera.on).toBe(true);
  });

  it("Try again asks anew while the first question still stands; its late answer opens nothing twice", async () => {
    devices.answer = null;
    void media.start({ camera: true, microphone: true });
    await vi.advanceTimersByTimeAsync(5_000);
    void media.retry();
    await settle();
    expect(devices.questions).toHaveLength(2);
    devices.questions[1]?.allow();
    await settle();
    devices.questions[0]?.allow();
    await settle();
    expect([devices.live("video"), devices.live("audio")].map((tracks) => tracks.length)).toEqual([1, 1]);
    expect(state().camera.on).toBe(true);
  });

  it("goes on without, although nobody has answered, and opens nothing when somebody does later", async () => {
    devices.answer = null;
    void media.start({ camera: true, microphone: true });
    await vi.advanceTimersByTimeAsync(5_000);
    await media.goWithout();
    expect(problems()).toEqual([null, null]);
    devices.questions[0]?.allow();
    await settle();
    expect([...devices.live("video"), ...devices.live("audio")]).toEqual([]);
    expect([state().camera.on, state().microphone.on]).toEqual([false, false]);
  });

  it("recovers by itself when the person allows it in the browser's settings", async () => {
    await blocked();
    devices.permissions.set("camera", "granted");
    await settle();
    expect(state().camera).toMatchObject({ on: true, problem: null });
    expect(problems()).toEqual([null, "DENIED"]);
    devices.permissions.set("microphone", "granted");
    await settle();
    expect(state().microphone).toMatchObject({ on: true, problem: null });
  });

  it("asks again when the person has only removed the block", async () => {
    await blocked();
    devices.permissions.set("camera", "prompt");
    await settle();
    expect(state().camera.on).toBe(true);
  });

  it("keeps the chance although the microphone is used meanwhile", async () => {
    devices.permissions.set("camera", "denied");
    devices.answer = (constraints) => (constraints.video ? "NotAllowedError" : null);
    const starting = media.start({ camera: true, microphone: true });
    await settle();
    await starting;
    await media.setMicrophone(false);
    await media.setMicrophone(true);
    expect(state().camera.problem).toBe("DENIED");
    devices.answer = () => null;
    devices.permissions.set("camera", "granted");
    await settle();
    expect(state().camera.on).toBe(true);
  });

  it("opens nothing by itself after the person has chosen to go on without", async () => {
    await blocked();
    await media.goWithout();
    expect(problems()).toEqual([null, null]);
    devices.permissions.set("camera", "granted");
    await settle();
    expect(state().camera.on).toBe(false);
  });

  it("takes a camera that is plugged in after none was found", async () => {
    devices.inputs = [];
    devices.answer = (constraints) => (constraints.video ? "NotFoundError" : null);
    await media.start({ camera: true, microphone: true });
    expect(state().camera.problem).toBe("NOT_FOUND");
    devices.answer = () => null;
    devices.plugIn("videoinput");
    await settle();
    expect(state().camera).toMatchObject({ on: true, problem: null });
  });

  it("does not take a device that went away during the call, whatever is plugged in or allowed", async () => {
    await media.start({ camera: true, microphone: true });
    await settle();
    devices.live("video")[0]?.unplug();
    devices.plugIn("videoinput");
    devices.permissions.set("camera", "granted");
    await settle();
    expect(state().camera).toMatchObject({ on: false, problem: "NOT_FOUND" });
    expect(devices.live("video")).toEqual([]);
  });

  it("hears nothing any more after the end", async () => {
    await blocked();
    media.close();
    devices.permissions.set("camera", "granted");
    devices.plugIn("videoinput");
    await settle();
    expect(devices.questions).toHaveLength(1);
  });
});
