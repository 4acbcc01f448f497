import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CallHarness, consultation, person } from "./call-harness";
import { FakeTrack } from "./fake-media";
import { FakePeerConnection } from "./fake-peer";

describe("a call on one page", () => {
  let page: CallHarness;

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse("2030-01-07T10:00:00Z") });
    page = new CallHarness();
  });
  afterEach(() => {
    page.end();
    vi.useRealTimers();
  });
  const joined = async () => {
    await page.media.start({ camera: true, microphone: true });
    await page.open();
    page.call.join();
    await page.says("ack", {}, page.sent("join")[0]?.id);
  };

  describe("standing by", () => {
    it("negotiates three lines and sends nothing", async () => {
      await page.media.start({ camera: true, microphone: true });
      await page.open();
      await page.negotiate(1);
      await page.connects(1);
      expect(page.peer(0).sends()).toEqual([null, null, null]);
      expect(page.sent("join")).toHaveLength(0);
      expect(page.state.link).toBe("up");
    });

    it("sends what is switched on as soon as the person joins, without another offer", async () => {
      await page.media.start({ camera: true, microphone: true });
      await page.open();
      await page.negotiate(1);
      await page.connects(1);
      page.call.join();
      await page.settle();
      expect(page.peer(0).sends()).toEqual(["audio", "video", null]);
      expect(page.sent("rtc.description")).toHaveLength(1);
      expect(page.sent("media.state")[0]?.body).toEqual({ microphone: true, camera: true, screen: false, paused: false, receive: "full" });
    });
  });

  describe("the first frame", () => {
    const alone = { participants: [person("doctor"), person("patient")] };
    const patient = (present: boolean) => ({ participant: person("patient", present) });

    it("is sent to nobody who only stands by, however long one waits for them", async () => {
      await page.media.start({ camera: true, microphone: true });
      await page.open(alone);
      await page.negotiate(1);
      await page.connects(1);
      page.call.join();
      await page.settle();
      expect(page.peer(0).sends()).toEqual([null, null, null]);
      await page.says("participant.joined", patient(true));
      expect(page.peer(0).sends()).toEqual(["audio", "video", null]);
    });

    it("goes out with the first word that the other has come", async () => {
      await page.media.start({ camera: true, microphone: true });
      await page.open(alone);
      await page.negotiate(1);
      await page.connects(1);
      page.call.join();
      await page.says("state", { ...consultation(2), present: ["doctor", "patient"] });
      expect(page.peer(0).sends()).toEqual(["audio", "video", null]);
    });

    it("goes out until the other has left; not only until they drop out", async () => {
      await joined();
      await page.negotiate(1);
      await page.connects(1);
      await page.says("state", { ...consultation(2), phase: "INTERRUPTED", absent: "patient" });
      await page.says("participant.left", patient(false));
      expect(page.peer(0).sends()).toEqual(["audio", "video", null]);
      await page.says("state", { ...consultation(3), phase: "WAITING", absent: null });
      expect(page.peer(0).sends()).toEqual([null, null, null]);
    });

    it("has its offer on the way before any track is ready", async () => {
      await page.media.start({ camera: true, microphone: true });
      await page.open();
      page.call.join();
      FakePeerConnection.slowTracks = true;
      await page.negotiate(1);
      expect(page.sent("rtc.description")).toHaveLength(1);
    });

    it("has its offer on the way before the server is asked for the seat", async () => {
      const peers = [{ peer: "patient", generation: 1, polite: false, offers: true }];
      page.call.join();
      await page.open({ peers });
      expect(page.socket.types().filter((type) => ["join", "rtc.description"].includes(type))).toEqual(["rtc.description", "join"]);
    });

    it("does not keep the seat waiting for ever, nor asks twice for it", async () => {
      const peers = [{ peer: "patient", generation: 1, polite: false, offers: true }];
      FakePeerConnection.slowOffers = true;
      page.call.join();
      await page.open({ peers });
      expect(page.sent("join")).toHaveLength(0);
      await page.breaks();
      await page.welcome();
      await vi.advanceTimersByTimeAsync(2_000);
      expect(page.sent("join")).toHaveLength(1);
    });

    it("does not keep the camera waiting for the microphone", async () => {
      await page.open();
      page.call.join();
      await page.negotiate(1);
      const microphone = page.peer(0).transceivers[0];
      if (microphone) microphone.sender.setParameters = () => new Promise(() => undefined);
      await page.media.start({ camera: true, microphone: true });
      await page.settle();
      expect(page.peer(0).sends()).toEqual(["audio", "video", null]);
    });

    it("is announced by one frame that says what is on", async () => {
      await page.open();
      page.call.join();
      await page.media.start({ camera: true, microphone: true });
      expect(page.sent("media.state").map((frame) => frame.body)).toEqual([
        { microphone: true, camera: true, screen: false, paused: false, receive: "full" },
      ]);
    });
  });

  describe("the seat", () => {
    it("is asked for once, however often join is clicked", async () => {
      await page.open();
      page.call.join();
      page.call.join();
      page.call.accept();
      expect(page.sent("join")).toHaveLength(1);
    });

    it("that another page has is not taken unasked, and nothing is sent", async () => {
      await joined();
      await page.negotiate(1);
      page.call.join(true);
      await page.says("problem", { code: "ALREADY_IN_CALL", category: "CONFLICT", message: "…", retryable: false }, page.sent("join")[1]?.id);
      expect(page.state).toMatchObject({ seat: "elsewhere", problem: null });
      expect(page.peer(0).sends()).toEqual([null, null, null]);
    });

    it("can be moved here, and then everything is told anew", async () => {
      await page.media.start({ camera: true, microphone: true });
      await page.open({ seatTaken: true });
      expect(page.state.seat).toBe("elsewhere");
      page.call.join(true);
      expect(page.sent("join")[0]?.body).toEqual({ takeover: true });
      expect(page.sent("media.state")).toHaveLength(1);
    });

    it("that was refused and is moved here then is told anew what is on", async () => {
      await joined();
      page.call.join(true);
      await page.says("problem", { code: "ALREADY_IN_CALL", category: "CONFLICT", message: "…", retryable: false }, page.sent("join")[1]?.id);
      page.call.join(true);
      expect(page.sent("media.state")).toHaveLength(2);
    });

    it("is asked for again in a new session, politely", async () => {
      await joined();
      await page.breaks();
      await page.welcome();
      expect(page.sent("join")[0]?.body).toEqual({});
      expect(page.sent("media.state")).toHaveLength(1);
    });

    it("is not taken back from the page it was moved to meanwhile", async () => {
      await joined();
      await page.breaks();
      await page.welcome({ seatTaken: true });
      expect(page.sent("join")).toHaveLength(0);
      expect(page.state.seat).toBe("elsewhere");
    });

    it("that is elsewhere is not grabbed when the server forgot who had it", async () => {
      await page.open({ seatTaken: true });
      await page.breaks();
      await page.welcome({ seatTaken: false });
      expect(page.state.seat).toBe("elsewhere");
    });

    it("that moved away switches camera and microphone off", async () => {
      await joined();
      await page.says("bye", { reason: "MOVED", action: "DISCONNECT" });
      await page.breaks(4409);
      expect(page.state.closed).toBe("moved");
      expect([...page.devices.live("audio"), ...page.devices.live("video")]).toEqual([]);
    });
  });

  describe("the end", () => {
    it("comes with leave, and with everything off at once", async () => {
      await joined();
      await page.negotiate(1);
      page.call.leave();
      expect(page.socket.types().at(-1)).toBe("leave");
      expect(page.state.closed).toBe("left");
      expect(page.peer(0).connectionState).toBe("closed");
      expect([...page.devices.live("audio"), ...page.devices.live("video")]).toEqual([]);
    });

    it("comes once", async () => {
      await joined();
      page.call.leave();
      page.call.close();
      page.call.leave();
      page.call.join();
      expect(page.sent("leave")).toHaveLength(1);
      expect(page.state.seat).toBe("mine");
    });

    it("is not announced by somebody who only stood by", async () => {
      await page.open();
      page.call.close();
      expect(page.sent("leave")).toHaveLength(0);
    });

    it("stops a camera that opens too late", async () => {
      page.devices.answer = null;
      await page.open();
      page.call.join();
      const opening = page.media.setCamera(true);
      await page.settle();
      page.call.leave();
      page.devices.questions[0]?.allow();
      await opening;
      expect(page.devices.live("video")).toEqual([]);
    });

    it("is final when the consultation is over", async () => {
      await joined();
      await page.says("state", { ...consultation(9), phase: "ENDED" });
      await page.says("bye", { reason: "ENDED", action: "DISCONNECT" });
      await page.breaks(4410);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(page.state.closed).toBe("ended");
      expect(page.sockets).toHaveLength(1);
    });
  });

  describe("chat", () => {
    const message = (key: string, from: "doctor" | "patient", id = `id-${key}`) => ({
      message: { id, key, from: { id: from, name: from, role: "DOCTOR" }, text: "hello", attachment: null, sentAt: "2030-01-07T10:00:01Z" },
    });
    const key = () => page.state.chat[0]?.key as string;

    it("shows a message at once and says when it arrived and was read", async () => {
      await joined();
      page.call.chat.send("hello");
      expect(page.state.chat[0]).toMatchObject({ mine: true, delivery: "sending" });
      await page.says("chat.message", message(key(), "doctor"), page.sent("chat.send")[0]?.id);
      expect(page.state.chat[0]?.delivery).toBe("sent");
      await page.says("chat.delivered", { by: "patient", upTo: `id-${key()}`, state: "read" });
      expect(page.state.chat[0]?.delivery).toBe("read");
    });

    it("does not call a message read that came after the one that was", async () => {
      await joined();
      await page.says("chat.message", message("one", "doctor"));
      page.call.chat.send("two");
      await page.says("chat.delivered", { by: "patient", upTo: "id-one", state: "read" });
      expect(page.state.chat.map((entry) => entry.delivery)).toEqual(expect.arrayContaining(["read", "sending"]));
    });

    it("says it again under the same key in a new session", async () => {
      await joined();
      page.call.chat.send("hello");
      await page.breaks();
      await page.welcome();
      expect(page.sent("chat.send").map((frame) => frame.body.key)).toEqual([key()]);
    });

    it("counts as unread what a later history adds: it was said while the page was away", async () => {
      await joined();
      page.call.chat.history([message("old", "patient").message as never]);
      expect(page.state.unread).toBe(0);
      page.call.chat.history([message("old", "patient").message as never, message("new", "patient").message as never]);
      expect([page.state.chat.length, page.state.unread]).toEqual([2, 1]);
    });

    it("says that a message was refused", async () => {
      await joined();
      page.call.chat.send("hello");
      await page.says("problem", { code: "INVALID_REQUEST", category: "VALIDATION", message: "…", retryable: false }, page.sent("chat.send")[0]?.id);
      expect(page.state.chat[0]?.delivery).toBe("failed");
      page.call.chat.sendAgain(key());
      page.call.chat.sendAgain(key());
      expect(page.state.chat).toMatchObject([{ key: key(), delivery: "sending" }]);
      expect(page.sent("chat.send").map((frame) => frame.body.key)).toEqual([key(), key()]);
    });

    it("forgets that somebody types when the news of their stopping gets lost", async () => {
      await joined();
      await page.says("chat.typing", { from: "patient", typing: true });
      expect(page.state.typing).toEqual(["patient"]);
      await vi.advanceTimersByTimeAsync(6_000);
      expect(page.state.typing).toEqual([]);
    });
  });

  it("does not show the person problems they did not cause", async () => {
    await joined();
    await page.says("problem", { code: "STALE_GENERATION", category: "CONFLICT", message: "…", retryable: false });
    expect(page.state.problem).toBeNull();
  });

  it("hands the other one's tracks on by line: sound, camera, screen", async () => {
    await joined();
    await page.negotiate(1);
    await page.connects(1);
    page.peer(0).receives(0, new FakeTrack("audio"));
    page.peer(0).receives(2, new FakeTrack("video"));
    expect(page.state.remote.patient).toMatchObject({ audio: expect.anything(), camera: null, screen: expect.anything() });
  });
});
