import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Lobby } from "../src/lobby";
import { consultation } from "./call-harness";
import { FakeSocket } from "./fake-server";

const ring = (id: string) => ({
  consultation: id, appointment: { id: `a-${id}`, start: "2030-01-07T10:00:00Z", end: "2030-01-07T10:30:00Z", reason: "Cough" },
  from: { id: "patient", name: "Pat", role: "PATIENT" }, since: "2030-01-07T09:59:00Z",
});

describe("the lobby of every page", () => {
  let sockets: FakeSocket[];
  let signedOut: number;
  let lobby: Lobby;

  beforeEach(async () => {
    vi.useFakeTimers({ now: Date.parse("2030-01-07T10:00:00Z") });
    sockets = [];
    signedOut = 0;
    lobby = new Lobby({
      url: "ws://test", ticket: async () => "t", onSignedOut: () => signedOut++,
      socket: () => {
        const socket = new FakeSocket();
        sockets.push(socket);
        queueMicrotask(() => socket.onopen?.());
        return socket;
      },
    });
    await vi.advanceTimersByTimeAsync(0);
  });
  afterEach(() => {
    lobby.close();
    vi.useRealTimers();
  });
  const socket = () => sockets.at(-1) as FakeSocket;
  const state = () => lobby.store.getSnapshot();

  it("rings for what rang before the page came", () => {
    socket().welcomes({ snapshot: { rings: [ring("c")], consultations: [consultation()] } });
    expect(state().rings.map((one) => one.from.name)).toEqual(["Pat"]);
    expect(state().consultations.c?.phase).toBe("WAITING");
  });

  it("rings once for one consultation, however often it is told", () => {
    socket().welcomes();
    socket().says("ring.incoming", ring("c"), { seq: 1 });
    socket().says("ring.incoming", ring("c"), { seq: 2 });
    expect(state().rings).toHaveLength(1);
  });

  it("falls silent at once when it is answered here, and says which answer", () => {
    socket().welcomes({ snapshot: { rings: [ring("c"), ring("d")], consultations: [] } });
    lobby.accept("c");
    lobby.decline("d", "IN_5_MINUTES", "Still with somebody.");
    expect(state().rings).toEqual([]);
    expect(socket().sent.slice(-2).map((frame) => [frame.type, frame.body])).toEqual([
      ["ring.accept", { consultation: "c" }],
      ["ring.decline", { consultation: "d", why: "IN_5_MINUTES", note: "Still with somebody." }],
    ]);
  });

  it("remembers who rang in vain, and not who was answered elsewhere", () => {
    socket().welcomes({ snapshot: { rings: [ring("c"), ring("d")], consultations: [] } });
    socket().says("ring.stop", { consultation: "c", reason: "missed" }, { seq: 1 });
    socket().says("ring.stop", { consultation: "d", reason: "accepted" }, { seq: 2 });
    expect(state().rings).toEqual([]);
    expect(state().missed.map((one) => one.consultation)).toEqual(["c"]);
    lobby.dismissMissed();
    expect(state().missed).toEqual([]);
  });

  it("rings no more for what stopped while the connection was away", async () => {
    socket().welcomes({ snapshot: { rings: [ring("c")], consultations: [] } });
    socket().breaks();
    await vi.advanceTimersByTimeAsync(1_000);
    socket().welcomes({ session: "s-2", snapshot: { rings: [], consultations: [] } });
    expect(state().rings).toEqual([]);
  });

  it("knows the server's clock", () => {
    socket().welcomes({ serverTime: "2030-01-07T10:00:07Z" });
    expect(state().clockOffset).toBe(7_000);
  });

  it("keeps the newest state of a consultation", () => {
    socket().welcomes({ snapshot: { rings: [], consultations: [consultation(5)] } });
    socket().says("state", consultation(4), { seq: 1 });
    expect(state().consultations.c?.version).toBe(5);
  });

  it("does not call a person signed out whose page was one too many", async () => {
    socket().welcomes();
    socket().breaks(4409);
    expect(signedOut).toBe(0);
    expect(state().connection).toBe("closed");
  });

  it("says when the server does not want the person any more", () => {
    socket().welcomes();
    socket().breaks(4403);
    expect(signedOut).toBe(1);
  });
});
