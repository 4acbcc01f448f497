import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LocalMedia } from "../src/media/local-media";
import { FakeDevices } from "./fake-media";

describe("camera, microphone and screen", () => {
  let devices: FakeDevices;
  let media: LocalMedia;

  beforeEach(() => {
    devices = new FakeDevices();
    media = new LocalMedia();
  });
  afterEach(() => {
    media.close();
    vi.unstubAllGlobals();
  });
  const state = () => media.store.getSnapshot();

  it("asks the person once for both", async () => {
    await media.start({ camera: true, microphone: true });
    expect(devices.questions).toHaveLength(1);
    expect([state().camera.on, state().microphone.on]).toEqual([true, true]);
  });

  it("releases the camera when it is off, so that its light goes out", async () => {
    await media.start({ camera: true, microphone: true });
    await media.setCamera(false);
    expect(devices.live("video")).toHaveLength(0);
    expect(state().camera).toMatchObject({ on: false, track: null });
  });

  it("mutes by silence and unmutes without asking again", async () => {
    await media.start({ camera: false, microphone: true });
    await media.setMicrophone(false);
    expect(state().microphone).toMatchObject({ on: false });
    expect(devices.live("audio")[0]?.enabled).toBe(false);
    await media.setMicrophone(true);
    expect(devices.live("audio")[0]?.enabled).toBe(true);
    expect(devices.questions).toHaveLength(1);
  });

  it("opens nothing more when the call is left while the browser still asks", async () => {
    devices.answer = null;
    const starting = media.start({ camera: true, microphone: true });
    await Promise.resolve();
    media.close();
    devices.questions[0]?.allow();
    await starting;
    expect(devices.questions).toHaveLength(1);
    expect([devices.live("audio"), devices.live("video")]).toEqual([[], []]);
    expect(state().camera.on).toBe(false);
  });

  it("asks for nothing more when the call is left and the browser then refuses", async () => {
    devices.answer = null;
    const starting = media.start({ camera: true, microphone: true });
    await Promise.resolve();
    media.close();
    devices.questions[0]?.refuse("NotReadableError");
    await starting;
    expect(devices.questions).toHaveLength(1);
  });

  it("lent while the browser is still opening, what is wanted is on at whoever borrows it", async () => {
    devices.answer = null;
    const starting = media.start({ camera: true, microphone: true });
    await Promise.resolve();
    const loan = media.lend({ want: () => undefined });
    expect(loan.wished).toEqual({ camera: true, microphone: true });
    expect([state().camera.on, state().microphone.on]).toEqual([true, true]);
    devices.questions[0]?.allow();
    await starting;
    expect([devices.live("audio"), devices.live("video")]).toEqual([[], []]);
    expect(state().camera).toMatchObject({ on: true, track: null, problem: null });
  });

  it("never shows a camera that was switched off while it was opening", async () => {
    devices.answer = null;
    const shown: boolean[] = [];
    media.store.subscribe(() => shown.push(state().camera.on));
    const on = media.setCamera(true);
    const off = media.setCamera(false);
    devices.questions[0]?.allow();
    await Promise.all([on, off]);
    expect(shown).not.toContain(true);
    expect(devices.live("video")).toHaveLength(0);
  });

  it("never opens a microphone that was muted while it was opening", async () => {
    devices.answer = null;
    const on = media.setMicrophone(true);
    const off = media.setMicrophone(false);
    devices.questions[0]?.allow();
    await Promise.all([on, off]);
    expect(state().microphone.on).toBe(false);
    expect(devices.live("audio").every((track) => !track.enabled)).toBe(true);
  });

  it("ends where the last of many clicks pointed", async () => {
    await Promise.all([true, false, true, false, true].map((on) => media.setCamera(on)));
    expect(state().camera.on).toBe(true);
    expect(devices.live("video")).toHaveLength(1);
  });

  it("goes on with the microphone when there is no camera", async () => {
    devices.answer = (constraints) => (constraints.video ? "NotFoundError" : null);
    await media.start({ camera: true, microphone: true });
    expect(state().microphone.on).toBe(true);
    expect(state().camera).toMatchObject({ on: false, problem: "NOT_FOUND" });
  });

  it("takes a smaller picture when the large one cannot be had", async () => {
    devices.answer = (constraints) => (JSON.stringify(constraints).includes("720") ? "OverconstrainedError" : null);
    await media.start({ camera: true, microphone: false });
    expect(state().camera).toMatchObject({ on: true, problem: null });
    expect(devices.questions).toHaveLength(2);
  });

  it("takes no for an answer", async () => {
    devices.permissions.set("camera", "denied");
    devices.answer = () => "NotAllowedError";
    await media.start({ camera: true, microphone: false });
    expect(devices.questions).toHaveLength(1);
    expect(state().camera.problem).toBe("DENIED");
  });

  it("does not ask about the camera again because the microphone is used", async () => {
    devices.answer = () => "NotAllowedError";
    await media.start({ camera: true, microphone: false });
    devices.answer = () => null;
    await media.setMicrophone(true);
    expect(devices.questions.at(-1)?.constraints.video).toBeUndefined();
  });

  it("says that a device went away and does not open it again by itself", async () => {
    await media.start({ camera: true, microphone: true });
    devices.live("video")[0]?.unplug();
    expect(state().camera).toMatchObject({ on: false, track: null, problem: "NOT_FOUND" });
    await media.setMicrophone(false);
    expect(devices.live("video")).toHaveLength(0);
  });

  it("takes any device when the chosen one is gone", async () => {
    devices.answer = (constraints) => (JSON.stringify(constraints).includes("gone") ? "OverconstrainedError" : null);
    await media.start({ camera: true, microphone: false });
    await media.select("camera", "gone");
    expect(state().camera.on).toBe(true);
    expect(devices.live("video")).toHaveLength(1);
  });

  it("stops sharing when the browser's own button says so", async () => {
    expect(await media.shareScreen()).toBe(true);
    devices.live("video")[0]?.unplug();
    expect(state().screen.track).toBeNull();
  });

  it("takes closing the browser's picker for a choice", async () => {
    devices.getDisplayMedia = () => Promise.reject(Object.assign(new Error("Permission denied"), { name: "NotAllowedError" }));
    expect(await media.shareScreen()).toBe(false);
    expect(state().screen).toEqual({ track: null, problem: null });
  });

  it("has nothing open after the end", async () => {
    await media.start({ camera: true, microphone: true });
    await media.shareScreen();
    media.close();
    await media.setCamera(true);
    expect([...devices.live("audio"), ...devices.live("video")]).toEqual([]);
  });
});
