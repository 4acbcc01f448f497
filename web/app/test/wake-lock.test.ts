// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { keepScreenOn } from "../src/pages/call/wake-lock";

/** A screen that goes dark unless somebody holds a lock on it; its browser takes locks back from hidden pages. */
class Screen {
  readonly locks = new Set<object>();
  hidden = false;
  answer: Promise<void> = Promise.resolve();

  async request(): Promise<WakeLockSentinel> {
    await this.answer;
    if (this.hidden) throw new DOMException("hidden", "NotAllowedError");
    const lock = { release: async () => { this.locks.delete(lock); } };
    this.locks.add(lock);
    return lock as unknown as WakeLockSentinel;
  }

  async turns(hidden: boolean): Promise<void> {
    this.hidden = hidden;
    if (hidden) this.locks.clear();
    document.dispatchEvent(new Event("visibilitychange"));
    await settled();
  }
}

const settled = () => new Promise((done) => setTimeout(done));
let screen: Screen;

beforeEach(() => {
  screen = new Screen();
  Object.defineProperty(navigator, "wakeLock", { value: screen, configurable: true });
  Object.defineProperty(document, "hidden", { get: () => screen.hidden, configurable: true });
});

describe("L6: the screen during a call", () => {
  it("stays on until the call is over", async () => {
    const stop = keepScreenOn();
    await settled();
    expect(screen.locks.size).toBe(1);
    stop();
    expect(screen.locks.size).toBe(0);
  });

  it("stays on again when the page comes back into sight", async () => {
    const stop = keepScreenOn();
    await settled();
    await screen.turns(true);
    expect(screen.locks.size).toBe(0);
    await screen.turns(false);
    expect(screen.locks.size).toBe(1);
    stop();
    await screen.turns(true);
    await screen.turns(false);
    expect(screen.locks.size).toBe(0);
  });

  it("goes off when the browser's yes comes after the end", async () => {
    let say = () => {};
    screen.answer = new Promise((done) => { say = done; });
    keepScreenOn()();
    say();
    await settled();
    expect(screen.locks.size).toBe(0);
  });

  it("is the browser's own affair where it knows no such lock", () => {
    Reflect.deleteProperty(navigator, "wakeLock");
    expect(() => keepScreenOn()()).not.toThrow();
  });
});
