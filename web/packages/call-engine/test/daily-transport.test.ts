import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DailyTransport } from "../src/providers/daily-transport";
import type { Grant } from "../src/providers/transport";
import { CallHarness, consultation, person } from "./call-harness";
import { FakeDaily } from "./fake-daily";
import { FakeTrack } from "./fake-media";

const JOIN = { roomName: "room-1", roomUrl: "https://clinic.daily.co/room-1", token: "secret", expiresAt: "2030-01-07T10:30:00Z" };
const RTC = { peer: "patient", generation: 1, polite: false, offers: true };

describe("H5: a call through a room of Daily's", () => {
  let page: CallHarness;
  let join: Grant;

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse("2030-01-07T10:00:00Z") });
    FakeDaily.all.length = 0;
    FakeDaily.refuses = null;
    join = JOIN;
    page = new CallHarness({
      entry: async () => ({ consultation: "c", ticket: "t", iceServers: { servers: [], expiresAt: null }, seatTaken: false, provider: "daily", join }),
      transports: { daily: async () => (options) => new DailyTransport(options, FakeDaily.sdk) },
    });
  });
  afterEach(() => {
    page.end();
    vi.useRealTimers();
  });
  const joined = async (snapshot: Record<string, unknown> = {}) => {
    await page.media.start({ camera: true, microphone: true });
    await page.open({ peers: [RTC], participants: [person("doctor"), person("patient")], ...snapshot });
    page.call.join();
    await page.settle();
    return FakeDaily.last;
  };
  const links = () => page.sent("media.link").map(({ body }) => `${body.peer} ${body.generation} ${body.state}`);

  describe("standing by", () => {
    it("loads what it takes and does not enter: an entry would be seen", async () => {
      await page.media.start({ camera: true, microphone: true });
      await page.open({ peers: [RTC] });
      expect(FakeDaily.last.told).toEqual(["load"]);
    });

    it("loads by a script element, without eval, from Daily", async () => {
      await page.open();
      expect(FakeDaily.last.options.dailyConfig).toEqual({ avoidEval: true });
    });
  });

  describe("coming in", () => {
    it("enters with our token, microphone and camera off: Daily opens no device itself", async () => {
      const daily = await joined();
      expect(daily.joinedWith).toEqual({ url: JOIN.roomUrl, token: "secret", startVideoOff: true, startAudioOff: true });
      expect(daily.options).toMatchObject({ startVideoOff: true, startAudioOff: true });
      expect(daily.options).not.toHaveProperty("videoSource");
    });

    it("publishes our own tracks once both are in", async () => {
      const daily = await joined();
      expect(daily.told).not.toContain("video true");
      await page.says("state", { ...consultation(2), present: ["doctor", "patient"] });
      expect(daily.told).toEqual(["load", "join", "sources audioSource,videoSource", "audio true", "video true"]);
    });

    it("sends nothing while somebody is in the room who has not come in with us", async () => {
      const daily = await joined({ participants: [person("doctor"), person("patient"), person("other")] });
      daily.comes("other");
      await page.says("state", { ...consultation(2), present: ["doctor", "patient"] });
      expect(daily.told).not.toContain("audio true");
      daily.goes("other");
      await page.settle();
      expect(daily.told).toContain("audio true");
    });

    it("tells our server that the link is up when both are in the room, under the newest generation", async () => {
      const daily = await joined();
      expect(links()).toEqual([]);
      daily.comes("patient");
      expect(links()).toEqual(["patient 1 up"]);
      expect(page.state.link).toBe("up");
      await page.negotiate(2);
      expect(links()).toEqual(["patient 1 up", "patient 2 up"]);
    });

    it("a person who is there twice for a moment is not gone when the first page goes", async () => {
      const daily = await joined();
      daily.comes("patient", "one");
      daily.comes("patient", "two");
      daily.goes("patient", "one");
      expect(links()).toEqual(["patient 1 up"]);
      daily.goes("patient", "two");
      expect(links()).toEqual(["patient 1 up", "patient 1 lost"]);
    });
  });

  describe("sound and pictures", () => {
    const live = async () => {
      const daily = await joined();
      daily.comes("patient");
      await page.says("state", { ...consultation(2), present: ["doctor", "patient"] });
      daily.told.length = 0;
      return daily;
    };

    it("theirs come by person and slot", async () => {
      const daily = await live();
      for (const type of ["audio", "video", "screenVideo"]) daily.sends("patient", type, new FakeTrack(type === "audio" ? "audio" : "video"));
      const { audio, camera, screen } = page.state.remote["patient"] ?? {};
      expect([audio, camera, screen].every(Boolean)).toBe(true);
    });

    it("nobody is seen or heard whom our own server does not name", async () => {
      const daily = await live();
      daily.comes("stranger");
      daily.sends("stranger", "audio", new FakeTrack("audio"));
      expect(page.state.remote).not.toHaveProperty("stranger");
    });

    it("S2: while somebody is in the room whom our server does not name, nothing is sent, and the person is told", async () => {
      const daily = await live();
      daily.comes("stranger");
      expect(daily.told).toEqual(["audio false", "video false"]);
      expect(page.state.roomProblem).toBe("STRANGER");
      daily.told.length = 0;
      await page.media.setMicrophone(false);
      await page.media.setMicrophone(true);
      await page.media.shareScreen();
      await page.settle();
      expect(daily.told).toEqual([]);
      daily.goes("stranger");
      await page.settle();
      expect(daily.told).toEqual(expect.arrayContaining(["audio true", "video true", "screen true"]));
      expect(page.state.roomProblem).toBeNull();
    });

    it("S2: a stranger who was there before us is sent nothing", async () => {
      const daily = await joined();
      daily.comes("stranger");
      daily.comes("patient");
      await page.says("state", { ...consultation(2), present: ["doctor", "patient"] });
      expect(daily.told).toEqual(["load", "join"]);
      expect(page.state.roomProblem).toBe("STRANGER");
    });

    it("S2: whoever our server names after all is no stranger any more", async () => {
      const daily = await live();
      daily.comes("interpreter");
      expect(page.state.roomProblem).toBe("STRANGER");
      await page.says("participant.joined", { participant: person("interpreter", true) });
      expect(page.state.roomProblem).toBeNull();
    });

    it("muting and camera off go off at once; on again is on again", async () => {
      const daily = await live();
      await page.media.setMicrophone(false);
      await page.media.setCamera(false);
      await page.settle();
      expect(daily.told).toEqual(["audio false", "video false"]);
      await page.media.setMicrophone(true);
      await page.media.setCamera(true);
      await page.settle();
      expect(daily.told.slice(2)).toEqual(["audio true", "sources videoSource", "video true"]);
    });

    it("muted while the tracks are on their way to Daily: stays muted", async () => {
      const daily = await joined();
      daily.setInputDevicesAsync = async () => void page.media.setMicrophone(false);
      await page.says("state", { ...consultation(2), present: ["doctor", "patient"] });
      expect(daily.told).not.toContain("audio true");
    });

    it("a shared screen goes and ends", async () => {
      const daily = await live();
      await page.media.shareScreen();
      await page.settle();
      page.media.stopScreen();
      await page.settle();
      expect(daily.told).toEqual(["screen true", "screen false"]);
    });

    it("who wants to hear only is sent no picture", async () => {
      const daily = await live();
      await page.says("participant.updated", { participant: { ...person("patient", true), media: { ...person("patient").media, receive: "sound" } } });
      expect(daily.told).toEqual(["video false"]);
      expect(page.state.abilities.ladder).toBe(false);
    });

    it("who went is sent nothing any more", async () => {
      const daily = await live();
      await page.says("state", { ...consultation(3), present: ["doctor"] });
      await page.says("participant.left", { participant: person("patient", false) });
      expect(daily.told).toEqual(["audio false", "video false"]);
    });
  });

  describe("when things break", () => {
    it("an interrupted way is a lost link, and up again when it holds", async () => {
      const daily = await joined();
      daily.comes("patient");
      daily.says("network-connection", { type: "sfu", event: "interrupted" });
      daily.says("network-connection", { type: "sfu", event: "connected" });
      expect(links()).toEqual(["patient 1 up", "patient 1 lost", "patient 1 up"]);
    });

    it.each([
      ["ejected", "SENT_OUT"], ["exp-room", "OVER"], ["exp-token", "OVER"], ["no-room", "OVER"], ["not-allowed", "NOT_LET_IN"], ["end-of-life", "OUTDATED"],
    ])("%s is said as %s and not tried again by itself", async (type, problem) => {
      FakeDaily.refuses = type;
      await joined();
      expect(page.state.roomProblem).toBe(problem);
      await vi.advanceTimersByTimeAsync(15_000);
      expect(FakeDaily.all.filter(({ joinedWith }) => joinedWith)).toHaveLength(1);
    });

    it.each([["connection-error", "UNREACHABLE"], ["nbf-room", "TOO_EARLY"], ["nbf-token", "TOO_EARLY"], ["meeting-full", "FULL"]])(
      "%s is said as %s and tried again", async (type, problem) => {
        FakeDaily.refuses = type;
        await joined();
        expect(page.state.roomProblem).toBe(problem);
        FakeDaily.refuses = null;
        await vi.advanceTimersByTimeAsync(2_000);
        expect(page.state.roomProblem).toBeNull();
        FakeDaily.last.comes("patient");
        expect(links()).toEqual(["patient 1 up"]);
      });

    it("each try destroys what it made", async () => {
      FakeDaily.refuses = "connection-error";
      await joined();
      await vi.advanceTimersByTimeAsync(15_000);
      expect(FakeDaily.all.length).toBeGreaterThan(2);
      expect(FakeDaily.all.every(({ destroyed }) => destroyed)).toBe(true);
    });

    it.each([[-1, "secret"], [0, "fresh"], [1, "fresh"]])("a grant that is over for %s ms: after an extension it is entered with the one called %s", async (millis, token) => {
      const daily = await joined();
      join = { ...JOIN, token: "fresh", expiresAt: "2030-01-07T11:00:00Z" };
      vi.setSystemTime(Date.parse(JOIN.expiresAt) + millis - 2_000);
      daily.says("error", { error: { type: "connection-error" } });
      await vi.advanceTimersByTimeAsync(2_000);
      expect(FakeDaily.last.joinedWith).toMatchObject({ token });
    });

    it("a grant that is over and stays over is said so, once; the person can ask again", async () => {
      join = { ...JOIN, expiresAt: "2030-01-07T10:00:00Z" };
      await joined();
      expect(page.state.roomProblem).toBe("OVER");
      expect(FakeDaily.all.some(({ joinedWith }) => joinedWith)).toBe(false);
      join = { ...JOIN, token: "fresh" };
      page.call.retryRoom();
      await page.settle();
      expect(page.state.roomProblem).toBeNull();
      expect(FakeDaily.last.joinedWith).toMatchObject({ token: "fresh" });
    });

    it("a fresh way in by our server opens the door again", async () => {
      FakeDaily.refuses = "exp-token";
      await joined();
      FakeDaily.refuses = null;
      await page.breaks();
      await page.welcome({ peers: [RTC] });
      expect(page.state.roomProblem).toBeNull();
      expect(FakeDaily.last.joinedWith).not.toBeNull();
    });
  });

  describe("the end", () => {
    it("leaves and destroys once", async () => {
      const daily = await joined();
      daily.comes("patient");
      page.call.leave();
      expect(daily.destroyed).toBe(true);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(FakeDaily.all).toHaveLength(1);
      expect(page.state.roomProblem).toBeNull();
    });

    it("a page whose seat another one took leaves the room", async () => {
      const daily = await joined();
      await page.says("problem", { code: "ALREADY_IN_CALL", category: "CONFLICT", message: "…", retryable: false }, page.sent("join")[0]?.id);
      await page.settle();
      expect(daily.destroyed).toBe(true);
      expect(page.state.roomProblem).toBeNull();
    });
  });

  describe("Q6: how the connection is", () => {
    const look = async (stats: object) => {
      const daily = await joined();
      daily.comes("patient");
      daily.stats = stats;
      await vi.advanceTimersByTimeAsync(8_000);
      return page.state.quality;
    };

    it("good: five bars, no reason; and our server is told", async () => {
      const quality = await look({ networkState: "good", networkStateReasons: [], stats: { latest: { recvBitsPerSecond: 900_000, sendBitsPerSecond: 800_000 } } });
      expect(quality).toMatchObject({ score: 5, verdict: { cause: "none" } });
      expect(page.sent("quality.report").at(-1)?.body).toMatchObject({ peer: "patient", generation: 1, sight: { score: 5, bitrateDown: 900_000 } });
    });

    it.each([
      ["sendPacketLoss", "loss", "up"], ["recvPacketLoss", "loss", "down"], ["roundTripTime", "delay", "both"], ["availableOutgoingBitrate", "bandwidth", "up"],
    ])("%s: bad, and why", async (reason, cause, direction) => {
      const quality = await look({ networkState: "bad", networkStateReasons: [reason], stats: { latest: { recvBitsPerSecond: 1 } } });
      expect(quality).toMatchObject({ score: 1, verdict: { cause, direction, side: "me" } });
    });

    it("what Daily does not say is not made up, and shares that are none are left out", async () => {
      const quality = await look({ networkState: "unknown", networkStateReasons: [], stats: { latest: { totalRecvPacketLoss: 40, recvBitsPerSecond: 1 } } });
      expect(quality).toMatchObject({ score: 5, interval: { rtt: null, lossDown: 0 } });
    });
  });
});
