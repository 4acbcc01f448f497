import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { placesOf } from "../src/providers/jitsi-api";
import { jitsiConfig } from "../src/providers/jitsi-config";
import { JitsiTransport } from "../src/providers/jitsi-transport";
import { CallHarness, consultation, person } from "./call-harness";
import { FakeJitsi } from "./fake-jitsi";

const JOIN = { roomName: "room-1", roomUrl: "https://meet.clinic.test/room-1", token: "secret", expiresAt: "2030-01-07T10:30:00Z" };
const RTC = { peer: "patient", generation: 1, polite: false, offers: true };
const stays = (id: string, stay: string) => ({ ...person(id, true), media: { ...person(id).media, stay } });
const PLACE = {} as HTMLElement;

describe("H5: a call through a room of Jitsi's", () => {
  let page: CallHarness;
  let join: typeof JOIN;

  beforeEach(() => {
    join = JOIN;
    vi.useFakeTimers({ now: Date.parse("2030-01-07T10:00:00Z") });
    vi.stubGlobal("document", { documentElement: { lang: "de" } });
    FakeJitsi.all.length = 0;
    FakeJitsi.asked.length = 0;
    FakeJitsi.there = true;
    page = new CallHarness({
      entry: async () => ({ consultation: "c", ticket: "t", iceServers: { servers: [], expiresAt: null }, seatTaken: false, provider: "jitsi", join }),
      transports: { jitsi: async () => (options) => new JitsiTransport(options, "jitsi", FakeJitsi.load) },
    });
  });
  afterEach(() => {
    page.end();
    vi.useRealTimers();
  });
  const joined = async (wish = { camera: true, microphone: true }) => {
    await page.media.start(wish);
    await page.open({ peers: [RTC], participants: [person("doctor"), person("patient")] });
    page.call.join();
    await page.settle();
  };
  const bothIn = () => page.says("state", { ...consultation(2), present: ["doctor", "patient"] });
  const live = async (wish?: { camera: boolean; microphone: boolean }) => {
    await joined(wish);
    const detach = page.call.attach(PLACE);
    await bothIn();
    return { jitsi: FakeJitsi.last, detach };
  };
  /** Time, while our server goes on answering. */
  const passes = async (millis: number) => {
    for (let gone = 0; gone < millis; gone += 5_000) {
      await vi.advanceTimersByTimeAsync(5_000);
      await page.says("pong", { serverTime: new Date().toISOString() });
    }
  };
  const links = () => page.sent("media.link").map(({ body }) => `${body.peer} ${body.generation} ${body.state}`);

  describe("coming in", () => {
    it("while standing by, the script is fetched and no frame opens", async () => {
      await page.open({ peers: [RTC] });
      expect(FakeJitsi.asked).toEqual(["https://meet.clinic.test/external_api.js"]);
      expect(FakeJitsi.all).toHaveLength(0);
    });

    it("the frame opens where the page wants it, once both are in", async () => {
      await joined();
      page.call.attach(PLACE);
      await page.settle();
      expect(FakeJitsi.all).toHaveLength(0);
      await bothIn();
      expect(FakeJitsi.last).toMatchObject({ domain: "meet.clinic.test", options: { roomName: "room-1", jwt: "secret", parentNode: PLACE, lang: "de", userInfo: { displayName: "doctor" } } });
    });

    it("no frame opens on a page that shows none", async () => {
      await joined();
      await bothIn();
      expect(FakeJitsi.all).toHaveLength(0);
    });

    const OFF = {
      startWithAudioMuted: false, startWithVideoMuted: false,
      prejoinConfig: { enabled: false },
      lobby: { autoKnock: false, enableChat: false }, hideLobbyButton: true, enableLobbyChat: false, securityUi: { hideLobbyButton: true, disableLobbyPassword: true },
      disableDeepLinking: true, disableInviteFunctions: true, disableThirdPartyRequests: true, gravatar: { disabled: true },
      analytics: { disabled: true }, doNotStoreRoom: true, enableInsecureRoomNameWarning: false,
      readOnlyName: true, requireDisplayName: false, hideConferenceSubject: true,
      disableChat: true, disablePolls: true, disableReactions: true, fileSharing: { enabled: false }, whiteboard: { enabled: false },
      recordingService: { enabled: false, sharingEnabled: false }, localRecording: { disable: true }, liveStreaming: { enabled: false }, transcription: { enabled: false },
      toolbarButtons: ["desktop", "tileview", "settings"],
    };
    const MAY_BE_SET = [
      "prejoinConfig", "startWithAudioMuted", "startWithVideoMuted", "startAudioMuted", "disableDeepLinking", "disableInviteFunctions", "disableThirdPartyRequests", "gravatar",
      "readOnlyName", "requireDisplayName", "toolbarButtons", "hideConferenceSubject", "subject", "lobby", "securityUi", "autoKnockLobby", "hideLobbyButton", "enableLobbyChat",
      "disableChat", "disablePolls", "disableReactions", "fileSharing", "whiteboard", "recordingService", "recordings", "localRecording", "liveStreaming", "transcription", "p2p",
      "forceTurnRelay", "resolution", "constraints", "e2ee", "enableNoisyMicDetection", "virtualBackground", "disableVirtualBackground", "doNotStoreRoom",
      "enableInsecureRoomNameWarning", "analytics", "disableAudioLevels",
    ];

    it("H5: no lobby, no page before, no chat of its own, nobody is told of the call: each key as it is, and none beside", async () => {
      const { jitsi } = await live();
      expect(jitsi.config).toEqual(OFF);
    });

    it("H5: only what Jitsi lets a page set is set; the rest would be ignored in silence", () => {
      for (const all of [true, false]) {
        const keys = Object.keys(jitsiConfig({ microphone: all, camera: all, relayOnly: all, recorder: all }));
        expect(keys.filter((key) => !MAY_BE_SET.includes(key))).toEqual([]);
      }
    });

    it("H5: who must go through a relay does so in there, too; the recorder is there for whoever may switch it", () => {
      expect(jitsiConfig({ microphone: true, camera: true, relayOnly: true, recorder: true })).toEqual({
        ...OFF, forceTurnRelay: true, p2p: { enabled: false }, recordingService: { enabled: true, sharingEnabled: false },
      });
    });

    it.each([[true, true], [false, true], [true, false], [false, false]])("camera %s and microphone %s stay as the person had them", async (camera, microphone) => {
      const { jitsi } = await live({ camera, microphone });
      expect(jitsi.config).toMatchObject({ startWithVideoMuted: !camera, startWithAudioMuted: !microphone });
      expect(page.media.store.getSnapshot()).toMatchObject({ camera: { on: camera }, microphone: { on: microphone } });
    });

    it("at 8x8 room and script stand below the customer's name", () => {
      expect(placesOf("https://8x8.vc/vpaas-magic-cookie-1/room-1", "jaas")).toEqual({
        domain: "8x8.vc", room: "vpaas-magic-cookie-1/room-1", script: "https://8x8.vc/vpaas-magic-cookie-1/external_api.js",
      });
    });
  });

  describe("the link, as our server is told", () => {
    it("is up when the other one is in the room, lost when they leave it", async () => {
      const { jitsi } = await live();
      jitsi.says("videoConferenceJoined", { id: "me" });
      jitsi.says("participantJoined", { id: "a", userContext: { id: "patient" } });
      await page.negotiate(2);
      jitsi.says("participantLeft", { id: "a" });
      expect(links()).toEqual(["patient 1 up", "patient 2 up", "patient 2 lost"]);
    });

    it("without a word about their token nobody is taken for the patient", async () => {
      const { jitsi } = await live();
      jitsi.says("participantJoined", { id: "a", displayName: "patient" });
      expect(links()).toEqual([]);
      expect(page.state.roomProblem).toBeNull();
    });

    it("A8: where Jitsi says nothing of tokens, the other one's own page says which one they are: the same links", async () => {
      const { jitsi } = await live();
      jitsi.says("videoConferenceJoined", { id: "me" });
      expect(page.sent("media.state").at(-1)?.body).toMatchObject({ stay: "me" });
      jitsi.says("participantJoined", { id: "a" });
      jitsi.says("participantJoined", { id: "ghost" });
      expect(links()).toEqual([]);
      await page.says("participant.updated", { participant: stays("patient", "a") });
      expect(links()).toEqual(["patient 1 up"]);
      jitsi.says("participantLeft", { id: "a" });
      expect(links()).toEqual(["patient 1 up", "patient 1 lost"]);
      expect(page.state.roomProblem).toBeNull();
    });

    it("A8: what the other one's page said before Jitsi shows them counts, too, also after a new connection of ours", async () => {
      const { jitsi } = await live();
      await page.says("participant.updated", { participant: stays("patient", "a") });
      jitsi.says("participantJoined", { id: "a" });
      expect(links()).toEqual(["patient 1 up"]);
      jitsi.says("participantJoined", { id: "b" });
      await page.breaks();
      await page.welcome({ peers: [{ ...RTC, generation: 2 }], participants: [person("doctor"), stays("patient", "b")], seated: true });
      jitsi.says("participantLeft", { id: "a" });
      expect(links().at(-1)).toBe("patient 2 up");
    });

    it("S2: whom neither Jitsi nor a page of ours names for two minutes, while the other one is there by name, is a stranger", async () => {
      const { jitsi } = await live();
      jitsi.says("videoConferenceJoined", { id: "me" });
      jitsi.says("participantJoined", { id: "nameless" });
      await passes(600_000);
      // Perhaps it is the other one, whose page cannot reach our server.
      expect(page.state.roomProblem).toBeNull();
      jitsi.says("participantJoined", { id: "a" });
      await page.says("participant.updated", { participant: stays("patient", "a") });
      await passes(120_000);
      expect(page.state.roomProblem).toBeNull();
      await passes(30_000);
      expect(page.state.roomProblem).toBe("STRANGER");
      expect(jitsi.disposed).toBe(1);
      expect(links()).toEqual(["patient 1 up", "patient 1 lost"]);
      await passes(600_000);
      expect(FakeJitsi.all).toHaveLength(1);
    });

    it("S2: what a page that broke leaves behind in the room, and whoever is named late, is no stranger", async () => {
      const { jitsi } = await live();
      jitsi.says("videoConferenceJoined", { id: "me" });
      jitsi.says("participantJoined", { id: "a" });
      jitsi.says("participantJoined", { id: "left behind" });
      await page.says("participant.updated", { participant: stays("patient", "a") });
      await passes(115_000);
      jitsi.says("participantLeft", { id: "left behind" });
      jitsi.says("participantJoined", { id: "b" });
      await passes(115_000);
      await page.says("participant.updated", { participant: stays("patient", "b") });
      await passes(600_000);
      expect(page.state.roomProblem).toBeNull();
      expect(links()).toEqual(["patient 1 up"]);
    });

    it("A8: a page that is in no room any more says so", async () => {
      const { jitsi, detach } = await live();
      jitsi.says("videoConferenceJoined", { id: "me" });
      detach();
      expect(page.sent("media.state").at(-1)?.body).not.toHaveProperty("stay");
    });

    it("S2: where somebody is in the room whom our server does not name, the frame goes, and the person is told", async () => {
      const { jitsi } = await live();
      jitsi.says("participantJoined", { id: "a", userContext: { id: "patient" } });
      jitsi.says("participantJoined", { id: "b", userContext: { user: { id: "stranger" } } });
      await vi.advanceTimersByTimeAsync(15_000);
      expect(page.state.roomProblem).toBe("STRANGER");
      expect(jitsi.disposed).toBe(1);
      expect(FakeJitsi.all).toHaveLength(1);
      expect(links()).toEqual(["patient 1 up", "patient 1 lost"]);
    });
  });

  describe("camera and microphone", () => {
    it("are released here while the frame holds them", async () => {
      await live();
      expect(page.devices.live("video")).toHaveLength(0);
      expect(page.devices.live("audio")).toHaveLength(0);
    });

    it("our buttons switch them in the frame, and show what became of it", async () => {
      const { jitsi } = await live();
      await page.media.setCamera(false);
      expect(jitsi.told).toEqual(["toggleVideo"]);
      expect(page.media.store.getSnapshot().camera.on).toBe(true);
      jitsi.says("videoMuteStatusChanged", { muted: true });
      expect(page.media.store.getSnapshot().camera.on).toBe(false);
      await page.media.setMicrophone(false);
      jitsi.says("audioMuteStatusChanged", { muted: true });
      expect(jitsi.told).toEqual(["toggleVideo", "toggleAudio"]);
      expect(page.sent("media.state").at(-1)?.body).toMatchObject({ camera: false, microphone: false });
    });

    it("V4: a press that got lost while the frame loads can be repeated, as often as the person likes", async () => {
      const { jitsi } = await live();
      await page.media.setMicrophone(false);
      await vi.advanceTimersByTimeAsync(2_000);
      await page.media.setMicrophone(false);
      expect(jitsi.told).toEqual(["toggleAudio", "toggleAudio"]);
    });

    it.each([[1_999, 1], [2_000, 2]])("V4: muted while it loads: %s ms after the press it has been asked %s times, once it is in the room", async (millis, times) => {
      const { jitsi } = await live();
      await page.media.setMicrophone(false);
      jitsi.says("videoConferenceJoined");
      await vi.advanceTimersByTimeAsync(millis);
      expect(jitsi.told).toEqual(Array(times).fill("toggleAudio"));
      jitsi.says("audioMuteStatusChanged", { muted: true });
      jitsi.says("audioMuteStatusChanged", { muted: true });
      await vi.advanceTimersByTimeAsync(10_000);
      expect(jitsi.told).toHaveLength(times);
      expect(page.media.store.getSnapshot().microphone.on).toBe(false);
    });

    it("V4: what was lost long before it is in the room is asked for as it comes in", async () => {
      const { jitsi } = await live();
      await page.media.setCamera(false);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(jitsi.told).toEqual(["toggleVideo"]);
      jitsi.says("videoConferenceJoined");
      expect(jitsi.told).toEqual(["toggleVideo", "toggleVideo"]);
    });

    it("V4: asked twice, the frame may open again what it has closed: it is closed again", async () => {
      const { jitsi } = await live();
      await page.media.setMicrophone(false);
      await vi.advanceTimersByTimeAsync(2_000);
      jitsi.says("videoConferenceJoined");
      jitsi.says("audioMuteStatusChanged", { muted: true });
      jitsi.says("audioMuteStatusChanged", { muted: false });
      await vi.advanceTimersByTimeAsync(2_000);
      expect(jitsi.told).toEqual(["toggleAudio", "toggleAudio", "toggleAudio"]);
      jitsi.says("audioMuteStatusChanged", { muted: true });
      expect(page.media.store.getSnapshot().microphone.on).toBe(false);
    });

    it("V4: on and off again before the frame has answered ends off", async () => {
      const { jitsi } = await live({ camera: true, microphone: false });
      jitsi.says("videoConferenceJoined");
      await page.media.setMicrophone(true);
      await page.media.setMicrophone(false);
      jitsi.says("audioMuteStatusChanged", { muted: false });
      jitsi.says("audioMuteStatusChanged", { muted: true });
      expect(jitsi.told).toEqual(["toggleAudio", "toggleAudio"]);
      expect(page.media.store.getSnapshot().microphone.on).toBe(false);
    });

    it("V4: a wish that the frame never heard holds when the frame goes, here and in the next one", async () => {
      const { jitsi } = await live();
      await page.media.setCamera(false);
      await page.media.setMicrophone(false);
      jitsi.says("errorOccurred", { error: { name: "connection.droppedError", isFatal: true } });
      await vi.advanceTimersByTimeAsync(2_000);
      expect([...page.devices.live("video"), ...page.devices.live("audio")]).toEqual([]);
      expect(FakeJitsi.all).toHaveLength(2);
      expect(FakeJitsi.last.config).toMatchObject({ startWithVideoMuted: true, startWithAudioMuted: true });
    });

    it("a camera that the frame cannot have is not asked for again", async () => {
      const { jitsi } = await live({ camera: false, microphone: true });
      jitsi.says("videoConferenceJoined");
      await page.media.setCamera(true);
      jitsi.says("cameraError");
      await vi.advanceTimersByTimeAsync(10_000);
      expect(jitsi.told).toEqual(["toggleVideo"]);
    });

    it("what is switched in the frame shows here and is told to the others", async () => {
      const { jitsi } = await live();
      jitsi.says("audioMuteStatusChanged", { muted: true });
      expect(page.media.store.getSnapshot().microphone.on).toBe(false);
      expect(page.sent("media.state").at(-1)?.body).toMatchObject({ microphone: false });
      await page.media.setMicrophone(true);
      expect(jitsi.told).toEqual(["toggleAudio"]);
    });

    it("a camera that the browser gives late, when the frame has it already, is closed at once", async () => {
      page.devices.answer = null;
      void page.media.start({ camera: true, microphone: true });
      await page.open({ peers: [RTC], participants: [person("doctor"), person("patient")] });
      page.call.join();
      page.call.attach(PLACE);
      await bothIn();
      for (const question of page.devices.questions) question.allow();
      await page.settle();
      expect(page.devices.live("video")).toHaveLength(0);
      expect(page.media.store.getSnapshot().camera.track).toBeNull();
    });

    it("come back here when the frame goes and the person waits again", async () => {
      const { jitsi, detach } = await live();
      jitsi.says("videoMuteStatusChanged", { muted: true });
      detach();
      await page.settle();
      expect(jitsi.disposed).toBe(1);
      expect(page.devices.live("video")).toHaveLength(0);
      expect(page.devices.live("audio")).toHaveLength(1);
    });

    it("nothing is opened any more by whoever has left", async () => {
      const { jitsi, detach } = await live();
      page.call.leave();
      detach();
      await page.settle();
      expect(jitsi).toMatchObject({ told: ["hangup"], disposed: 1 });
      expect(page.devices.live("audio")).toHaveLength(0);
      expect(page.devices.live("video")).toHaveLength(0);
    });
  });

  describe("when things break", () => {
    it.each([
      ["conference.destroyed", "OVER"], ["conference.connectionError.notAllowed", "NOT_LET_IN"], ["conference.reservationError", "NOT_LET_IN"], ["connection.passwordRequired", "NOT_LET_IN"],
    ])("%s is said as %s and not tried again by itself", async (name, problem) => {
      const { jitsi } = await live();
      jitsi.says("errorOccurred", { error: { name, isFatal: true } });
      await vi.advanceTimersByTimeAsync(15_000);
      expect(page.state.roomProblem).toBe(problem);
      expect(FakeJitsi.all).toHaveLength(1);
    });

    it("what is not fatal is Jitsi's own matter", async () => {
      const { jitsi } = await live();
      jitsi.says("errorOccurred", { error: { name: "conference.connectionError", isFatal: false } });
      expect(page.state.roomProblem).toBeNull();
    });

    it("a broken connection is a lost link, and a new frame is tried", async () => {
      const { jitsi } = await live();
      jitsi.says("participantJoined", { id: "a", userContext: { id: "patient" } });
      jitsi.says("errorOccurred", { error: { name: "connection.droppedError", isFatal: true } });
      expect(links()).toEqual(["patient 1 up", "patient 1 lost"]);
      expect(page.state.roomProblem).toBe("UNREACHABLE");
      await vi.advanceTimersByTimeAsync(2_000);
      expect(FakeJitsi.all).toHaveLength(2);
      FakeJitsi.last.says("videoConferenceJoined");
      expect(page.state.roomProblem).toBeNull();
    });

    it("a script that does not come is fetched again; the devices stay here", async () => {
      FakeJitsi.there = false;
      await joined();
      page.call.attach(PLACE);
      await bothIn();
      expect(page.state.roomProblem).toBe("UNREACHABLE");
      expect(page.devices.live("video")).toHaveLength(1);
      FakeJitsi.there = true;
      await vi.advanceTimersByTimeAsync(2_000);
      expect(FakeJitsi.all).toHaveLength(1);
    });

    it.each([[59_999, null], [60_000, "UNREACHABLE"]])("a frame that says nothing for %s ms: %s", async (millis, problem) => {
      await live();
      await vi.advanceTimersByTimeAsync(millis);
      expect(page.state.roomProblem).toBe(problem);
    });

    it("a frame that has come into the room may say nothing for as long as it likes", async () => {
      const { jitsi } = await live();
      jitsi.says("videoConferenceJoined");
      await vi.advanceTimersByTimeAsync(120_000);
      expect(page.state.roomProblem).toBeNull();
      expect(FakeJitsi.all).toHaveLength(1);
    });

    it.each([[999, null], [1_000, "UNREACHABLE"]])("a frame that left the room and says nothing for %s ms: %s, and the link is lost at once", async (millis, problem) => {
      const { jitsi } = await live();
      jitsi.says("videoConferenceJoined");
      jitsi.says("participantJoined", { id: "a", userContext: { id: "patient" } });
      jitsi.says("videoConferenceLeft");
      expect(links()).toEqual(["patient 1 up", "patient 1 lost"]);
      await vi.advanceTimersByTimeAsync(millis);
      expect(page.state.roomProblem).toBe(problem);
    });

    it("V4: whoever hangs up inside of the frame is out, and is seen again only when they ask for it", async () => {
      const { jitsi } = await live();
      jitsi.says("videoConferenceJoined");
      jitsi.says("participantJoined", { id: "a", userContext: { id: "patient" } });
      jitsi.says("videoConferenceLeft");
      jitsi.says("readyToClose");
      expect(links()).toEqual(["patient 1 up", "patient 1 lost"]);
      await page.breaks();
      await page.welcome({ peers: [RTC], participants: [person("doctor"), person("patient", true)], seated: true });
      await vi.advanceTimersByTimeAsync(60_000);
      expect(page.state.roomProblem).toBe("LEFT");
      expect(jitsi.disposed).toBe(1);
      expect(FakeJitsi.all).toHaveLength(1);
      page.call.retryRoom();
      await page.says("state", { ...consultation(3), present: ["doctor", "patient"] });
      expect(FakeJitsi.all).toHaveLength(2);
    });

    it("whoever is thrown out is told so", async () => {
      const { jitsi } = await live();
      jitsi.says("participantKickedOut", { kicked: { id: "a", local: false } });
      expect(page.state.roomProblem).toBeNull();
      jitsi.says("participantKickedOut", { kicked: { id: "me", local: true } });
      expect(page.state.roomProblem).toBe("SENT_OUT");
    });
  });

  describe("after an extension", () => {
    it.each([[-1, "secret"], [0, "fresh"], [1, "fresh"]])("a grant that is over for %s ms: the next frame opens with the one called %s", async (millis, token) => {
      const { jitsi } = await live();
      join = { ...JOIN, token: "fresh", expiresAt: "2030-01-07T11:00:00Z" };
      vi.setSystemTime(Date.parse(JOIN.expiresAt) + millis - 3_000);
      jitsi.says("videoConferenceLeft");
      await vi.advanceTimersByTimeAsync(3_000);
      await page.settle();
      expect(FakeJitsi.all).toHaveLength(2);
      expect(FakeJitsi.last.options).toMatchObject({ jwt: token });
    });

    it("a room that was over can be asked for again", async () => {
      const { jitsi } = await live();
      jitsi.says("errorOccurred", { error: { name: "conference.destroyed", isFatal: true } });
      page.call.retryRoom();
      await page.settle();
      expect(page.state.roomProblem).toBeNull();
      expect(FakeJitsi.all).toHaveLength(2);
    });

    it("a stranger's room is not entered again by a new connection, only by the person's wish", async () => {
      const { jitsi } = await live();
      jitsi.says("participantJoined", { id: "b", userContext: { id: "stranger" } });
      await page.breaks();
      await page.welcome({ peers: [RTC], participants: [person("doctor"), person("patient", true)], seated: true });
      expect(page.state.roomProblem).toBe("STRANGER");
      expect(FakeJitsi.all).toHaveLength(1);
      page.call.retryRoom();
      await page.says("state", { ...consultation(3), present: ["doctor", "patient"] });
      expect(FakeJitsi.all).toHaveLength(2);
    });
  });

  it("the doctor's press on the end ends it for all in the room, before our server has, and is no trouble", async () => {
    const { jitsi } = await live();
    jitsi.says("videoConferenceJoined");
    page.call.ending();
    expect(jitsi.told).toEqual(["endConference"]);
    jitsi.says("videoConferenceLeft");
    await vi.advanceTimersByTimeAsync(1_999);
    expect(page.state.roomProblem).toBeNull();
    expect(FakeJitsi.all).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(FakeJitsi.all).toHaveLength(2);
  });

  it("a patient ends it for nobody", async () => {
    const { jitsi } = await live();
    await page.says("participant.updated", { participant: { ...person("doctor"), role: "PATIENT" } });
    page.call.ending();
    expect(jitsi.told).toEqual([]);
  });

  it("the doctor's end ends it for all in the room", async () => {
    const { jitsi } = await live();
    await page.says("bye", { reason: "ENDED", action: "DISCONNECT" });
    expect(jitsi.told).toContain("endConference");
  });

  it("what cannot be had through a frame is not offered", async () => {
    await live();
    expect(page.state.abilities).toEqual({ provider: "jitsi", frame: true, safetyCode: false, quality: false, ladder: false, tracks: false });
  });
});
