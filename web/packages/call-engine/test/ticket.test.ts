import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Session, type ConnectionState } from "../src/signalling/session";
import { FakeSocket } from "./fake-server";

describe("getting tickets", () => {
  let states: ConnectionState[];
  let closed: number[];
  let sockets: number;

  beforeEach(() => {
    vi.useFakeTimers();
    states = [];
    closed = [];
    sockets = 0;
  });
  afterEach(() => vi.useRealTimers());

  const session = (ticket: () => Promise<string>) =>
    new Session({
      url: "ws://test", ticket, onFrame: () => undefined, onWelcome: () => undefined,
      onState: (state) => states.push(state), onClosed: (code) => closed.push(code),
      socket: () => { sockets++; return new FakeSocket(); },
    });

  it("asks again after a failure", async () => {
    let asked = 0;
    const one = session(async () => {
      if (++asked === 1) throw new Error("offline");
      return "ticket";
    });
    one.start();
    await vi.advanceTimersByTimeAsync(1_000);
    expect([asked, sockets]).toEqual([2, 1]);
    one.close();
  });

  it("does not wait for ever for a request on a dead network", async () => {
    let asked = 0;
    const one = session(() => {
      asked++;
      return new Promise(() => undefined);
    });
    one.start();
    await vi.advanceTimersByTimeAsync(10_000 + 250);
    expect(asked).toBe(2);
    one.close();
  });

  it("ends when trying again cannot help", async () => {
    const one = session(() => Promise.reject(Object.assign(new Error("signed out"), { final: true })));
    one.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(closed).toEqual([4403]);
    expect(states.at(-1)).toBe("closed");
    expect(sockets).toBe(0);
  });
});
