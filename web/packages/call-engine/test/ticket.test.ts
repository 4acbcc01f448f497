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

  it("Q4: looks for a network that is gone at least every three seconds, but now and then with the patience that slow ones need", async () => {
    const signals: AbortSignal[] = [];
    const made: FakeSocket[] = [];
    const one = new Session({
      url: "ws://test", onFrame: () => undefined, onWelcome: () => undefined, onState: () => undefined, onClosed: () => undefined,
      ticket: (signal) => {
        signals.push(signal);
        return signals.length === 1 ? Promise.resolve("ticket") : new Promise(() => undefined);
      },
      socket: () => {
        const socket = new FakeSocket();
        made.push(socket);
        return socket;
      },
      random: () => 1,
    });
    one.start();
    await vi.advanceTimersByTimeAsync(0);
    made[0]?.welcomes();
    made[0]?.breaks();
    await vi.advanceTimersByTimeAsync(250 + 2_999);
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(1 + 250 + 3_000 + 250);
    expect(signals.map((signal) => signal.aborted)).toEqual([true, true, true, false]);
    await vi.advanceTimersByTimeAsync(7_999);
    expect(signals).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(1 + 250);
    expect(signals).toHaveLength(5);
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
