import type { ServerFrame } from "@consilium/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Session, type ConnectionState } from "../src/signalling/session";
import { FakeSocket } from "./fake-server";

describe("a signalling session", () => {
  let sockets: FakeSocket[];
  let frames: ServerFrame[];
  let states: ConnectionState[];
  let closed: number[];
  let tickets: number;
  let session: Session;
  let network: { dead: boolean };

  beforeEach(() => {
    vi.useFakeTimers();
    sockets = [];
    frames = [];
    states = [];
    closed = [];
    tickets = 0;
    network = { dead: false };
    session = new Session({
      url: "ws://test",
      ticket: () => {
        tickets++;
        return network.dead ? new Promise(() => undefined) : Promise.resolve(`ticket-${tickets}`);
      },
      onFrame: (frame) => frames.push(frame),
      onWelcome: () => undefined,
      onState: (state) => states.push(state),
      onClosed: (code) => closed.push(code),
      socket: () => {
        const socket = new FakeSocket();
        sockets.push(socket);
        queueMicrotask(() => socket.onopen?.());
        return socket;
      },
      random: () => 1,
    });
  });
  afterEach(() => {
    session.close();
    vi.useRealTimers();
  });

  const connected = async () => {
    session.start();
    await vi.advanceTimersByTimeAsync(0);
    const socket = sockets.at(-1) as FakeSocket;
    socket.welcomes();
    return socket;
  };
  const reconnected = async () => {
    await vi.advanceTimersByTimeAsync(10_000);
    return sockets.at(-1) as FakeSocket;
  };

  it("greets with a ticket and without it in the address", async () => {
    const socket = await connected();
    expect(socket.sent[0]).toMatchObject({ type: "hello", body: { versions: [1], ticket: "ticket-1" } });
    expect(states).toEqual(["connecting", "online"]);
  });

  it("numbers what must arrive, from one, without gaps", async () => {
    const socket = await connected();
    session.send("ring", {});
    session.send("chat.typing", { typing: true });
    session.send("ring.cancel", {});
    expect(socket.sent.slice(1).map((frame) => frame.seq)).toEqual([1, undefined, 2]);
  });

  it("resumes with a fresh ticket and says again what the server did not get", async () => {
    const first = await connected();
    session.send("ring", {});
    session.send("ring.cancel", {});
    first.says("pong", { serverTime: "2030-01-07T10:00:00Z" }, { ack: 1 });
    first.breaks();
    session.send("leave", {});
    const second = await reconnected();
    expect(second.sent[0]).toMatchObject({ body: { ticket: "ticket-2", resume: { session: "s-1", lastSeq: 0 } } });
    second.welcomes({ resumed: true, lastSeq: 1 });
    expect(second.sent.slice(1).map((frame) => [frame.type, frame.seq])).toEqual([["ring.cancel", 2], ["leave", 3]]);
  });

  it("delivers a replayed frame once", async () => {
    const first = await connected();
    first.says("ring.stop", { consultation: "c", reason: "missed" }, { seq: 1 });
    first.breaks();
    const second = await reconnected();
    expect(second.sent[0]).toMatchObject({ body: { resume: { lastSeq: 1 } } });
    second.welcomes({ resumed: true });
    second.says("ring.stop", { consultation: "c", reason: "missed" }, { seq: 1 });
    second.says("ring.stop", { consultation: "d", reason: "missed" }, { seq: 2 });
    expect(frames.map((frame) => (frame.body as { consultation: string }).consultation)).toEqual(["c", "d"]);
  });

  it("counts from the beginning when the server forgot the session", async () => {
    const first = await connected();
    session.send("ring", {});
    first.breaks();
    const second = await reconnected();
    second.welcomes({ session: "s-2" });
    session.send("leave", {});
    expect(second.sent.slice(1).map((frame) => [frame.type, frame.seq])).toEqual([["leave", 1]]);
  });

  it("gives up a socket that reads OPEN and says nothing", async () => {
    const socket = await connected();
    await vi.advanceTimersByTimeAsync(19_999);
    expect(socket.readyState).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(socket.readyState).toBe(3);
    expect(states.at(-1)).toBe("reconnecting");
  });

  it("keeps a socket that answers", async () => {
    const socket = await connected();
    for (let beat = 0; beat < 10; beat++) {
      await vi.advanceTimersByTimeAsync(10_000);
      expect(socket.sent.at(-1)?.type).toBe("ping");
      socket.says("pong", { serverTime: "2030-01-07T10:00:00Z" });
    }
    expect(socket.readyState).toBe(1);
  });

  it("gives up a socket under suspicion when nothing answers within five seconds", async () => {
    const first = await connected();
    network.dead = true;
    await vi.advanceTimersByTimeAsync(100);
    session.probe();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(first.readyState).toBe(3);
    expect(sockets).toHaveLength(1);
  });

  it("keeps a socket under suspicion that answers", async () => {
    const first = await connected();
    await vi.advanceTimersByTimeAsync(100);
    session.probe();
    await vi.advanceTimersByTimeAsync(300);
    first.says("pong", { serverTime: "2030-01-07T10:00:00Z" });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(first.readyState).toBe(1);
  });

  it("Q4: leaves a silent socket at once when the server can be reached another way", async () => {
    const first = await connected();
    await vi.advanceTimersByTimeAsync(100);
    session.probe();
    await vi.advanceTimersByTimeAsync(500 + 299);
    expect([first.readyState, tickets, sockets.length]).toEqual([1, 2, 1]);
    await vi.advanceTimersByTimeAsync(1);
    expect([first.readyState, tickets, sockets.length]).toEqual([3, 2, 2]);
    expect(sockets[1]?.sent[0]).toMatchObject({ type: "hello", body: { ticket: "ticket-2", resume: { session: "s-1" } } });
  });

  it("keeps a socket that answers a little after the other way did", async () => {
    const first = await connected();
    await vi.advanceTimersByTimeAsync(100);
    session.probe();
    await vi.advanceTimersByTimeAsync(700);
    first.says("pong", { serverTime: "2030-01-07T10:00:00Z" });
    await vi.advanceTimersByTimeAsync(10_000);
    expect([first.readyState, sockets.length]).toEqual([1, 1]);
  });

  it("begins anew when a frame is missing", async () => {
    const first = await connected();
    first.says("ring.stop", { consultation: "c", reason: "missed" }, { seq: 2 });
    expect(frames).toHaveLength(0);
    const second = await reconnected();
    expect(second.sent[0]?.body).not.toHaveProperty("resume");
  });

  it("does not resume when it could not keep everything", async () => {
    const first = await connected();
    first.breaks();
    for (let i = 0; i < 257; i++) session.send("ring", {});
    const second = await reconnected();
    expect(second.sent[0]?.body).not.toHaveProperty("resume");
    second.welcomes({ session: "s-2" });
    session.send("leave", {});
    expect(second.sent.slice(1).map((frame) => [frame.type, frame.seq])).toEqual([["leave", 1]]);
  });

  it("waits longer each time while connections do not hold, and starts over after one that did", async () => {
    (await connected()).breaks();
    await vi.advanceTimersByTimeAsync(249);
    expect(sockets).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(sockets).toHaveLength(2);
    sockets[1]?.welcomes({ resumed: true });
    sockets[1]?.breaks();
    await vi.advanceTimersByTimeAsync(499);
    expect(sockets).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    sockets[2]?.welcomes({ resumed: true });
    await vi.advanceTimersByTimeAsync(5_000);
    sockets[2]?.breaks();
    await vi.advanceTimersByTimeAsync(250);
    expect(sockets).toHaveLength(4);
  });

  it("begins a new session when the server finds fault with one that had worked", async () => {
    const first = await connected();
    await vi.advanceTimersByTimeAsync(5_000);
    first.breaks(4400);
    const second = await reconnected();
    expect(closed).toEqual([]);
    expect(second.sent[0]?.body).not.toHaveProperty("resume");
  });

  it("acknowledges what came, soon", async () => {
    const socket = await connected();
    socket.says("ring.stop", { consultation: "c", reason: "missed" }, { seq: 1 });
    await vi.advanceTimersByTimeAsync(60);
    expect(socket.sent.at(-1)).toMatchObject({ type: "ack", ack: 1 });
  });

  it.each([4400, 4403, 4409, 4410])("does not come back after %i", async (code) => {
    const socket = await connected();
    socket.breaks(code);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets).toHaveLength(1);
    expect(closed).toEqual([code]);
  });

  it.each([1006, 1012, 4401, 4429])("comes back after %i", async (code) => {
    (await connected()).breaks(code);
    await reconnected();
    expect(sockets.length).toBeGreaterThan(1);
  });

  it("stays closed when it is started after its end", async () => {
    session.close();
    session.start();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(tickets).toBe(0);
  });

  it("does not connect when it was closed while the ticket was on its way", async () => {
    session.start();
    session.close();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sockets).toHaveLength(0);
  });
});
