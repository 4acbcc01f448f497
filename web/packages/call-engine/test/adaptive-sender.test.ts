import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CallHarness } from "./call-harness";
import { FakeWay } from "./fake-way";

const MICROPHONE = 0;
const CAMERA = 1;
const SCREEN = 2;

describe("Q1, Q2: following the way in a call", () => {
  let page: CallHarness;
  let way: FakeWay;

  beforeEach(async () => {
    vi.useFakeTimers({ now: Date.parse("2030-01-07T10:00:00Z") });
    page = new CallHarness();
    await page.media.start({ camera: true, microphone: true });
    await page.open();
    page.call.join();
    await page.negotiate(1);
    await page.connects(1);
    way = new FakeWay(() => page.peer(-1), 3_000_000);
    await way.passes(2_000);
  });
  afterEach(() => {
    page.end();
    vi.useRealTimers();
  });

  const how = (line: number, at = -1) => {
    const { encodings, degradationPreference } = page.peer(at).transceivers[line]?.sender.parameters ?? { encodings: [] };
    return { ...encodings[0], keep: degradationPreference } as Record<string, unknown>;
  };
  const narrowsTo = async (available: number) => {
    way.available = available;
    await way.passes(5_000);
  };
  const patientWants = (receive: string) => page.says("participant.updated", {
    participant: { id: "patient", name: "patient", role: "PATIENT", present: true, media: { microphone: true, camera: true, screen: false, paused: false, receive } },
  });
  const heartbeats = async (milliseconds: number) => {
    for (let gone = 0; gone < milliseconds; gone += 5_000) {
      await way.passes(5_000);
      page.socket.says("pong", { serverTime: new Date().toISOString() });
    }
  };

  it("a good way carries the whole picture, and the voice goes first", () => {
    expect(how(CAMERA)).toMatchObject({ active: true, scaleResolutionDownBy: 1, maxBitrate: 2_500_000, maxFramerate: 30, priority: "low", keep: "maintain-framerate" });
    expect(how(MICROPHONE)).toMatchObject({ active: true, maxBitrate: 32_000, priority: "high", networkPriority: "high" });
    expect(page.state.sending).toBeNull();
  });

  it("a fresh picture keeps its size for the first second", async () => {
    await page.media.setCamera(false);
    await page.media.setCamera(true);
    await page.settle();
    expect(how(CAMERA).keep).toBe("maintain-resolution");
    await way.passes(1_250);
    expect(how(CAMERA).keep).toBe("maintain-framerate");
  });

  it("a narrow way carries a small one, and the page says so", async () => {
    await narrowsTo(300_000);
    expect(how(CAMERA)).toMatchObject({ active: true, scaleResolutionDownBy: 4, maxFramerate: 20 });
    expect(how(CAMERA).maxBitrate).toBeLessThan(300_000 - 64_000);
    expect(page.state.sending).toEqual({ rung: "180p", reason: "network" });
  });

  it("V7: what holds the picture back is what is reported, for as long as there is one", async () => {
    const limitation = () => (page.sent("quality.report").at(-1)?.body as { sight: { limitation: string | null } }).sight.limitation;
    await way.passes(4_000);
    expect(limitation()).not.toBe("bandwidth");
    await narrowsTo(300_000);
    expect(limitation()).toBe("bandwidth");
    await page.media.setCamera(false);
    await way.passes(4_000);
    expect(limitation()).not.toBe("bandwidth");
  });

  it("when the way breaks down, sending begins anew with next to nothing, and the other side is told nothing", async () => {
    const told = () => page.sent("rtc.description").length;
    const before = [told(), page.peer(-1).described];
    way.available = 300_000;
    await way.passes(500);
    expect([told(), page.peer(-1).described, page.peer(-1).signalingState]).toEqual([before[0], 2, "stable"]);
    expect(how(CAMERA)).toMatchObject({ active: true, scaleResolutionDownBy: 8, maxBitrate: 50_000 });
    await way.passes(1_000);
    expect(how(CAMERA)).toMatchObject({ active: true, scaleResolutionDownBy: 4 });
  });

  it("asks no browser to begin anew that does not do so (Firefox)", async () => {
    way.tells = false;
    way.lossDown = 0.9;
    await way.passes(500);
    expect(how(CAMERA)).toMatchObject({ scaleResolutionDownBy: 8, maxBitrate: 50_000 });
    expect(page.peer(-1).described).toBe(1);
  });

  it("Q3: where packets get lost sound is sent twice, and plainly again when none are", async () => {
    page.peer(-1).knows("63 red/48000/2");
    way.loss = 0.2;
    await way.passes(1_000);
    expect(page.peer(-1).described).toBe(2);
    way.loss = 0;
    await heartbeats(25_000);
    expect(page.peer(-1).described).toBe(3);
  });

  it("Q3: a browser that cannot send sound twice is left alone", async () => {
    way.loss = 0.2;
    await way.passes(5_000);
    expect(page.peer(-1).described).toBe(1);
  });

  it("one that carries the voice alone pauses the picture, tells the other side, and leaves the camera on", async () => {
    await narrowsTo(300_000);
    await narrowsTo(70_000);
    expect(how(CAMERA).active).toBe(false);
    expect(how(MICROPHONE)).toMatchObject({ active: true, maxBitrate: 20_000 });
    expect(page.sent("media.state").at(-1)?.body).toMatchObject({ camera: true, paused: true });
    expect(page.devices.live("video")).toHaveLength(1);
  });

  it("the person may try the picture again at once", async () => {
    await narrowsTo(300_000);
    await narrowsTo(70_000);
    page.call.retryPicture();
    await page.settle();
    expect(how(CAMERA)).toMatchObject({ active: true, scaleResolutionDownBy: 4 });
    expect(page.sent("media.state").at(-1)?.body).toMatchObject({ paused: false });
  });

  it("a new connection begins where the old one stood", async () => {
    await narrowsTo(300_000);
    page.peer(0).becomes("failed");
    await page.negotiate(2);
    await page.connects(2);
    await page.settle();
    expect(how(CAMERA)).toMatchObject({ active: true, scaleResolutionDownBy: 4 });
  });

  it("while one connection replaces the other it looks at the one that carries the call", async () => {
    await page.breaks(1012);
    await page.welcome();
    await page.negotiate(1);
    way = new FakeWay(() => page.peer(0), 300_000);
    await way.passes(5_000);
    expect(page.state.sending?.rung).toBe("180p");
  });

  describe("Q2: what the people wish", () => {
    it("who is asked for little sends little", async () => {
      await patientWants("low");
      expect(how(CAMERA)).toMatchObject({ active: true, scaleResolutionDownBy: 4, maxFramerate: 15, maxBitrate: 150_000 });
    });

    it("who is asked for sound only sends no camera and no screen, and goes on speaking", async () => {
      await page.media.shareScreen();
      await page.settle();
      await patientWants("sound");
      expect([how(MICROPHONE).active, how(CAMERA).active, how(SCREEN).active]).toEqual([true, false, false]);
      expect(page.peer(-1).sends()).toEqual(["audio", "video", "video"]);
      await patientWants("full");
      expect([how(CAMERA).active, how(SCREEN).active]).toEqual([true, true]);
    });

    it("who saves data sends little and asks for little", async () => {
      page.call.setReceive("low");
      await page.settle();
      expect(how(CAMERA)).toMatchObject({ scaleResolutionDownBy: 4, maxFramerate: 15 });
      expect(page.sent("media.state").at(-1)?.body).toMatchObject({ camera: true, receive: "low" });
      page.call.setReceive("full");
      await page.settle();
      expect(how(CAMERA)).toMatchObject({ scaleResolutionDownBy: 1, maxFramerate: 30 });
    });

    it("the wish is said again in a new session", async () => {
      page.call.setReceive("sound");
      await page.breaks(1012);
      await page.welcome();
      expect(page.sent("media.state").at(-1)?.body).toMatchObject({ receive: "sound" });
    });
  });

  describe("privacy: nothing on this ladder opens a camera or a microphone", () => {
    const closed = async () => {
      await page.media.setCamera(false);
      await page.media.setMicrophone(false);
      await page.settle();
    };
    const nothingOpened = (asked: number) => {
      expect(page.devices.questions).toHaveLength(asked);
      expect(page.peer(-1).sends().slice(CAMERA)).toEqual([null, null]);
      expect(page.devices.live("video")).toHaveLength(0);
      expect(page.devices.live("audio").every((track) => !track.enabled)).toBe(true);
      expect(page.sent("media.state").at(-1)?.body).toMatchObject({ microphone: false, camera: false, paused: false });
    };

    it("not the person's own wishes", async () => {
      await closed();
      const asked = page.devices.questions.length;
      for (const wish of ["sound", "low", "full"] as const) page.call.setReceive(wish);
      page.call.retryPicture();
      await heartbeats(60_000);
      nothingOpened(asked);
    });

    it("not the other side's wishes", async () => {
      await closed();
      const asked = page.devices.questions.length;
      for (const wish of ["sound", "low", "full"]) await patientWants(wish);
      nothingOpened(asked);
    });

    it("not the way back up from sound only, with the camera switched off meanwhile", async () => {
      await narrowsTo(300_000);
      await narrowsTo(70_000);
      await closed();
      const asked = page.devices.questions.length;
      way.available = 3_000_000;
      await heartbeats(120_000);
      page.call.retryPicture();
      await page.settle();
      nothingOpened(asked);
    });

    it("not a new connection that begins on a lower rung", async () => {
      await narrowsTo(300_000);
      await closed();
      const asked = page.devices.questions.length;
      page.peer(0).becomes("failed");
      await page.negotiate(2);
      await page.connects(2);
      await heartbeats(30_000);
      nothingOpened(asked);
    });
  });
});

it("privacy: nothing is sent or looked at while standing by", async () => {
  vi.useFakeTimers();
  const page = new CallHarness();
  await page.media.start({ camera: true, microphone: true });
  await page.open();
  page.call.setReceive("low");
  await page.negotiate(1);
  await page.connects(1);
  await new FakeWay(() => page.peer(-1), 80_000).passes(10_000);
  expect(page.peer(-1).sends()).toEqual([null, null, null]);
  expect([page.state.sending, page.sent("media.state")]).toEqual([null, []]);
  page.end();
  vi.useRealTimers();
});
