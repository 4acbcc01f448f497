import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { heartbeat } from "../src/core/heartbeat";
import { Mailbox } from "../src/core/mailbox";
import { randomKey } from "../src/core/random-key";
import { Reconciler } from "../src/core/reconcile";
import { Scope } from "../src/core/scope";
import { Store } from "../src/core/store";

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a scope", () => {
  it("ends everything it owns, children first, newest first, once", () => {
    const order: string[] = [];
    const scope = new Scope();
    scope.onClose(() => order.push("first"));
    scope.onClose(() => order.push("second"));
    scope.child().onClose(() => order.push("child"));
    scope.close();
    scope.close();
    expect(order).toEqual(["child", "second", "first"]);
  });

  it("ends at once what comes too late", () => {
    const scope = new Scope();
    scope.close();
    let ended = 0;
    scope.onClose(() => ended++);
    scope.after(0, () => ended++);
    expect(scope.child().closed).toBe(true);
    vi.runAllTimers();
    expect(ended).toBe(1);
  });

  it("keeps nothing of timers that are over", () => {
    const scope = new Scope();
    for (let i = 0; i < 100; i++) scope.after(1, () => undefined);
    scope.after(1, () => undefined)();
    vi.advanceTimersByTime(1);
    expect((scope as unknown as { endings: Set<unknown> }).endings.size).toBe(0);
  });

  it("stops listening", () => {
    const scope = new Scope();
    const target = new EventTarget();
    let heard = 0;
    scope.listen(target, "x", () => heard++);
    target.dispatchEvent(new Event("x"));
    scope.close();
    target.dispatchEvent(new Event("x"));
    expect(heard).toBe(1);
  });
});

describe("a mailbox", () => {
  it("does one thing after the other and goes on after a failure", async () => {
    const mailbox = new Mailbox();
    const done: number[] = [];
    const failing = mailbox.post(() => Promise.reject(new Error("no")));
    const after = mailbox.post(() => { done.push(2); });
    await expect(failing).rejects.toThrow("no");
    await after;
    expect(done).toEqual([2]);
  });

  it("begins nothing after its end", async () => {
    const mailbox = new Mailbox();
    let done = false;
    const job = mailbox.post(() => { done = true; });
    mailbox.close();
    await job;
    expect(done).toBe(false);
  });
});

describe("a reconciler", () => {
  it("loses no wish that comes the moment the last one was met", async () => {
    const met: number[] = [];
    const reconciler = new Reconciler<number>(async (wish) => { met.push(wish); });
    for (let wish = 0; wish < 20; wish++) {
      void reconciler.want(wish);
      for (let step = 0; step < wish % 5; step++) await Promise.resolve();
    }
    await reconciler.want(20);
    expect(met.at(-1)).toBe(20);
  });
});

describe("a store", () => {
  it("tells of changes only, and nobody who left", () => {
    const store = new Store({ a: 1 });
    let told = 0;
    const leave = store.subscribe(() => told++);
    store.update((value) => value);
    store.set({ a: 2 });
    leave();
    store.set({ a: 3 });
    expect(told).toBe(1);
  });
});

describe("the heartbeat", () => {
  class FakeWorker {
    static last: FakeWorker;
    onmessage: (() => void) | null = null;
    onerror: (() => void) | null = null;
    readonly told: number[] = [];
    over = false;
    constructor() { FakeWorker.last = this; }
    postMessage = (interval: number) => this.told.push(interval);
    terminate = () => { this.over = true; };
  }

  it("beats in a worker, which pages in the background do not slow down", () => {
    vi.stubGlobal("Worker", FakeWorker);
    const scope = new Scope();
    let beats = 0;
    heartbeat(scope, 10_000, () => beats++);
    FakeWorker.last.onmessage?.();
    scope.close();
    FakeWorker.last.onmessage?.();
    expect(FakeWorker.last.told).toEqual([10_000]);
    expect([beats, FakeWorker.last.over]).toEqual([1, true]);
  });

  it("beats on the page where workers are forbidden", () => {
    vi.stubGlobal("Worker", class { constructor() { throw new Error("SecurityError"); } });
    const scope = new Scope();
    let beats = 0;
    heartbeat(scope, 10_000, () => beats++);
    vi.advanceTimersByTime(20_000);
    scope.close();
    expect(beats).toBe(2);
  });

  it("beats on the page where a worker cannot be loaded", () => {
    vi.stubGlobal("Worker", FakeWorker);
    const scope = new Scope();
    let beats = 0;
    heartbeat(scope, 10_000, () => beats++);
    FakeWorker.last.onerror?.();
    vi.advanceTimersByTime(30_000);
    scope.close();
    expect(beats).toBe(3);
  });
});

it("makes keys that are UUIDs and differ", () => {
  const keys = new Set(Array.from({ length: 100 }, randomKey));
  expect(keys.size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
