import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CallHarness } from "./call-harness";
import { FakeTrack } from "./fake-media";
import { FakeWay } from "./fake-way";

/** Sockets, servers and the other side come and go; sound and pictures stay while they can. */
describe("media while things break", () => {
  let page: CallHarness;

  beforeEach(async () => {
    vi.useFakeTimers({ now: Date.parse("2030-01-07T10:00:00Z") });
    page = new CallHarness();
    await page.media.start({ camera: true, microphone: true });
    await page.open();
    page.call.join();
    await page.negotiate(1);
    await page.connects(1);
  });
  afterEach(() => {
    page.end();
    vi.useRealTimers();
  });

  it("stays up when only the socket breaks", async () => {
    await page.breaks();
    await page.resume();
    expect(page.peers).toHaveLength(1);
    expect(page.peer(0).connectionState).toBe("connected");
    expect(page.state).toMatchObject({ connection: "online", link: "up", seat: "mine" });
  });

  it("stays up over a restart of the server until the new connection works", async () => {
    page.peer(0).receives(1, new FakeTrack("video"));
    const picture = page.state.remote.patient?.camera;
    await page.breaks(1012);
    await page.welcome();
    expect([page.peer(0).connectionState, page.state.link]).toEqual(["connected", "up"]);

    await page.negotiate(1);
    page.peer(1).receives(1, new FakeTrack("video"));
    expect(page.peer(0).sends()).toEqual(["audio", "video", null]);
    expect(page.state.remote.patient?.camera).toBe(picture);

    await page.connects(1);
    expect(page.peer(0).connectionState).toBe("closed");
    expect(page.state.remote.patient?.camera).not.toBe(picture);
    expect(page.state.link).toBe("up");
  });

  it("says nothing for a connection that is being replaced", async () => {
    await page.breaks(1012);
    await page.welcome();
    page.peer(0).becomes("failed");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(page.socket.types().filter((type) => type.startsWith("rtc.") || type === "media.link")).toEqual([]);
    expect(page.state.link).toBe("reconnecting");
  });

  it("switches the camera off on both connections while one replaces the other", async () => {
    await page.breaks(1012);
    await page.welcome();
    await page.negotiate(1);
    await page.media.setCamera(false);
    await page.settle();
    expect([page.peer(0).sends(), page.peer(1).sends()]).toEqual([["audio", null, null], ["audio", null, null]]);
  });

  it("never opens more than was open: a muted page comes back muted", async () => {
    await page.media.setCamera(false);
    await page.media.setMicrophone(false);
    const asked = page.devices.questions.length;
    await page.breaks(1012);
    await page.welcome();
    await page.negotiate(1);
    await page.connects(1);
    expect(page.devices.questions).toHaveLength(asked);
    expect(page.sent("media.state").at(-1)?.body).toMatchObject({ microphone: false, camera: false, screen: false });
  });

  it("starts a new connection when the other side comes back on a new page", async () => {
    page.peer(0).becomes("failed");
    await page.negotiate(2);
    expect(page.peer(0).connectionState).toBe("closed");
    expect(page.sent("rtc.description").at(-1)?.body).toMatchObject({ generation: 2, description: { type: "offer" } });
    await page.connects(2);
    expect(page.state.link).toBe("up");
  });

  it("drops what belongs to an old generation", async () => {
    await page.negotiate(2);
    await page.says("rtc.description", { from: "patient", generation: 1, description: { type: "answer", sdp: "late" } });
    await page.says("rtc.candidates", { from: "patient", generation: 1, candidates: [], complete: true });
    expect(page.peer(1).remoteDescription).toBeNull();
    await page.negotiate(1);
    expect(page.peers).toHaveLength(2);
  });

  it("says its offer again when the connection to the server broke in the middle", async () => {
    await page.negotiate(2);
    await page.breaks();
    await page.resume();
    const offers = page.sent("rtc.description").map((frame) => frame.body.generation);
    expect(offers.at(-1)).toBe(2);
    await page.connects(2);
    expect(page.state.link).toBe("up");
  });

  it("restarts ICE with an offer two seconds after the way broke, and doubts its socket at once", async () => {
    page.peer(0).becomes("disconnected");
    expect(page.sent("media.link").at(-1)?.body).toMatchObject({ generation: 1, state: "lost" });
    expect(page.socket.types().at(-1)).toBe("ping");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(page.peer(0).restarts).toBe(1);
    expect(page.sent("rtc.description")).toHaveLength(2);
  });

  it("doubts its socket as soon as nothing comes, and restarts ICE when a new one proves that the network has changed", async () => {
    const way = new FakeWay(() => page.peer(0), 3_000_000);
    await way.passes(3_000);
    way.silent = true;
    await way.passes(1_000);
    expect([page.sockets.length, page.peer(0).connectionState, page.peer(0).restarts]).toEqual([1, "connected", 0]);
    await way.passes(1_000);
    expect(page.sockets).toHaveLength(2);
    await page.resume();
    expect(page.peer(0).restarts).toBe(1);
    expect(page.peers).toHaveLength(1);
  });

  describe("as the polite side", () => {
    const offer = (sdp: string) => page.says("rtc.description", { from: "patient", generation: 2, description: { type: "offer", sdp } });

    beforeEach(async () => {
      await page.negotiate(2, false);
      await offer("a=ice-ufrag:one");
      page.peer(-1).becomes("connected");
      await page.settle();
      page.peer(-1).becomes("disconnected");
      await vi.advanceTimersByTimeAsync(2_000);
    });

    it("leaves it to the other side to restart ICE, and answers", async () => {
      expect(page.peer(-1).restarts).toBe(0);
      await offer("a=ice-ufrag:two");
      await vi.advanceTimersByTimeAsync(700);
      expect(page.peer(-1).restarts).toBe(0);
      expect(page.sent("rtc.description").at(-1)?.body).toMatchObject({ description: { type: "answer" } });
    });

    it("restarts ICE itself when the other side has not within 700 ms", async () => {
      await vi.advanceTimersByTimeAsync(699);
      expect(page.peer(-1).restarts).toBe(0);
      await vi.advanceTimersByTimeAsync(1);
      expect(page.peer(-1).restarts).toBe(1);
    });

    it("asks for a new connection when both have after all: an offer that is taken back costs the picture", async () => {
      await vi.advanceTimersByTimeAsync(700);
      await offer("a=ice-ufrag:two");
      expect(page.sent("rtc.reset").at(-1)?.body).toEqual({ to: "patient", generation: 2 });
    });
  });

  it("survives ICE flapping twice within the time of grace", async () => {
    for (const state of ["disconnected", "connected", "disconnected", "connected"] as const) {
      page.peer(0).becomes(state);
      await vi.advanceTimersByTimeAsync(1_500);
    }
    expect(page.peer(0).restarts).toBe(0);
    expect(page.sent("media.link").map((frame) => frame.body.state)).toEqual(["up", "lost", "up", "lost", "up"]);
    expect(page.state.link).toBe("up");
  });

  it("asks for a new generation when one never connects", async () => {
    page.peer(0).becomes("failed");
    await page.negotiate(2);
    for (let beat = 0; beat < 15; beat++) {
      await vi.advanceTimersByTimeAsync(1_000);
      page.socket.says("pong", { serverTime: "2030-01-07T10:00:00Z" });
    }
    expect(page.sent("rtc.reset").at(-1)?.body).toEqual({ to: "patient", generation: 2 });
  });

  it("asks for fresh relay credentials before the old ones expire", async () => {
    const servers = (expiresAt: string) => ({ servers: [{ urls: ["turn:relay"], username: "u", credential: expiresAt }], expiresAt });
    await page.says("ice.servers", servers("2030-01-07T10:05:00Z"));
    for (let beat = 0; beat < 24; beat++) {
      await vi.advanceTimersByTimeAsync(10_000);
      page.socket.says("pong", { serverTime: "2030-01-07T10:00:00Z" });
    }
    expect(page.sent("ice.refresh")).toHaveLength(1);
    await page.says("ice.servers", servers("2030-01-07T11:00:00Z"));
    expect(page.peer(0).configuration.iceServers?.[0]?.credential).toBe("2030-01-07T11:00:00Z");
  });
});
