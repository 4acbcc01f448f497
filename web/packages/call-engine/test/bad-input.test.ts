import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CallHarness } from "./call-harness";

/** S9: whatever arrives on the socket, sound and picture go on, and nothing is opened or ended because of it. */
describe("bad input from the server", () => {
  let page: CallHarness;
  let asked: number;

  beforeEach(async () => {
    vi.useFakeTimers({ now: Date.parse("2030-01-07T10:00:00Z") });
    page = new CallHarness();
    await page.media.start({ camera: true, microphone: true });
    await page.open();
    page.call.join();
    await page.negotiate(1);
    await page.connects(1);
    asked = page.devices.questions.length;
  });
  afterEach(() => {
    page.end();
    vi.useRealTimers();
  });

  const hears = async (text: string) => {
    page.socket.onmessage?.({ data: text });
    await page.settle();
  };
  const goesOn = () => {
    expect(page.peer(0).connectionState).toBe("connected");
    expect(page.peer(0).sends()).toEqual(["audio", "video", null]);
    expect(page.devices.questions).toHaveLength(asked);
    expect(page.state).toMatchObject({ link: "up", seat: "mine", closed: null });
  };
  const frame = (type: string, seq: number | string, body: unknown) => JSON.stringify({ type, seq, body });

  it.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["a list", "[]"],
    ["null", "null"],
    ["no type", '{"body":{}}'],
    ["a body that is a list", frame("state", 99, [])],
    ["a description without an object", frame("rtc.description", 99, { from: "patient", generation: 1, description: 7 })],
    ["a generation that is a text", frame("rtc.peer", 99, { peer: "patient", generation: "2", polite: true, offers: false })],
    ["a number that is a text", frame("ack", "1", {})],
    ["a number that was skipped", frame("bye", 99, { reason: "MOVED", action: "DISCONNECT" })],
    ["very deep nesting", `{"type":"state","body":${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}}`],
  ])("%s: the socket is given up, the call goes on and comes back", async (_name, text) => {
    await hears(text);
    goesOn();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(page.sockets).toHaveLength(2);
    await page.welcome();
    expect(page.sent("join")[0]?.body).toEqual({});
    goesOn();
  });

  it.each([
    ["a frame nobody knows", "something.new", { a: 1 }],
    ["a huge text", "something.new", { text: "x".repeat(1_000_000) }],
    ["a reset of an old generation", "rtc.peer", { peer: "patient", generation: 0, polite: true, offers: false }],
    ["the same generation again", "rtc.peer", { peer: "patient", generation: 1, polite: true, offers: true }],
    ["a description of an old generation", "rtc.description", { from: "patient", generation: 0, description: { type: "offer", sdp: "old" } }],
    ["a description of a stranger", "rtc.description", { from: "stranger", generation: 1, description: { type: "offer", sdp: "strange" } }],
    ["a candidate of a stranger", "rtc.candidates", { from: "stranger", generation: 1, candidates: [], complete: true }],
    ["an answer nobody waits for", "rtc.description", { from: "patient", generation: 1, description: { type: "answer", sdp: "late" } }],
  ] as const)("%s: changes nothing", async (_name, type, body) => {
    const before = page.peer(0).described;
    await hears(frame(type, 3, body));
    await vi.advanceTimersByTimeAsync(1_000);
    goesOn();
    expect([page.peers.length, page.peer(0).described, page.sockets.length]).toEqual([1, before, 1]);
  });

  it("a frame that is said again counts once", async () => {
    const again = frame("rtc.peer", 1, { peer: "patient", generation: 2, polite: false, offers: true });
    for (let time = 0; time < 5; time++) await hears(again);
    goesOn();
    expect(page.peers).toHaveLength(1);
  });

  it("an older state does not bring a call back to where it was", async () => {
    const version = page.state.consultation?.version;
    await page.says("state", { ...page.state.consultation, version: 0, phase: "ENDED" });
    expect(page.state.consultation).toMatchObject({ version, phase: "WAITING" });
    goesOn();
  });
});
