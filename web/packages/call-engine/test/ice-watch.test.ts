import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Scope } from "../src/core/scope";
import { IceWatch } from "../src/peer/ice-watch";

describe("watching ICE", () => {
  let scope: Scope;
  let restarts: number;
  let resets: number;
  let watch: IceWatch;

  beforeEach(() => {
    vi.useFakeTimers();
    scope = new Scope();
    restarts = 0;
    resets = 0;
    watch = new IceWatch({ scope, restart: () => restarts++, reset: () => resets++ });
    watch.changed("connected");
  });
  afterEach(() => {
    scope.close();
    vi.useRealTimers();
  });

  it("waits two seconds after disconnected", () => {
    watch.changed("disconnected");
    vi.advanceTimersByTime(1_999);
    expect(restarts).toBe(0);
    vi.advanceTimersByTime(1);
    expect(restarts).toBe(1);
  });

  it("does nothing when it heals by itself", () => {
    watch.changed("disconnected");
    vi.advanceTimersByTime(1_500);
    watch.changed("connected");
    vi.advanceTimersByTime(60_000);
    expect(restarts).toBe(0);
  });

  it("acts at once on failed", () => {
    watch.changed("failed");
    expect(restarts).toBe(1);
  });

  it("acts at once when the network says that it changed", () => {
    watch.changed("disconnected");
    watch.hint();
    expect(restarts).toBe(1);
  });

  it("acts at once when what the change of network broke is seen, be it by silence or by the browser", () => {
    watch.hint();
    expect(restarts).toBe(0);
    watch.hears(true);
    expect(restarts).toBe(1);
    const other = new IceWatch({ scope, restart: () => restarts++, reset: () => resets++ });
    other.changed("connected");
    other.hint();
    vi.advanceTimersByTime(3_000);
    other.changed("disconnected");
    vi.advanceTimersByTime(0);
    expect(restarts).toBe(2);
  });

  it("acts at once when the network changes while nothing comes", () => {
    watch.hears(true);
    expect(restarts).toBe(0);
    watch.hint();
    expect(restarts).toBe(1);
  });

  it("silence alone restarts nothing, nor does a change of network alone, nor one long ago", () => {
    watch.hint();
    vi.advanceTimersByTime(5_000);
    watch.hears(true);
    watch.hears(false);
    watch.changed("disconnected");
    vi.advanceTimersByTime(1_999);
    expect(restarts).toBe(0);
  });

  it("leaves five seconds between restarts, also when ICE flaps", () => {
    watch.changed("failed");
    watch.changed("connected");
    watch.changed("failed");
    expect(restarts).toBe(1);
    vi.advanceTimersByTime(5_000);
    expect(restarts).toBe(2);
  });

  it("asks for a new connection when five restarts in a minute did not help", () => {
    watch.changed("failed");
    vi.advanceTimersByTime(30_000);
    expect(restarts).toBe(5);
    expect(resets).toBeGreaterThan(0);
  });

  it("asks for a new connection when it never connects", () => {
    const never = new IceWatch({ scope, restart: () => restarts++, reset: () => resets++ });
    never.changed("connecting");
    vi.advanceTimersByTime(15_000);
    expect(resets).toBe(1);
  });

  it("does nothing after the end", () => {
    watch.changed("disconnected");
    scope.close();
    vi.advanceTimersByTime(60_000);
    expect(restarts + resets).toBe(0);
  });
});
