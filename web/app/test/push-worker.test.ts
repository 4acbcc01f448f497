import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

/** Not by a name the compiler follows: the worker lives among other globals than the pages. */
const WORKER = "../src/worker/push-worker.ts";

interface Page { visibilityState: string; focus: () => Promise<void>; postMessage: (question: unknown, ports: MessagePort[]) => void }
let pages: Page[] = [];
const listeners = new Map<string, (event: unknown) => void>();
const shown = vi.fn();
const opened = vi.fn();
const closed = vi.fn();

beforeAll(async () => {
  vi.stubGlobal("self", {
    addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    clients: { matchAll: async () => pages, openWindow: async (path: string) => opened(path), claim: async () => undefined },
    registration: {
      showNotification: async (...what: unknown[]) => shown(...what),
      getNotifications: async ({ tag }: { tag: string }) => [{ close: () => closed(tag) }],
    },
  });
  await import(WORKER);
});

beforeEach(() => {
  pages = [];
  vi.clearAllMocks();
});

async function happens(name: string, event: object): Promise<void> {
  let work: Promise<unknown> = Promise.resolve();
  listeners.get(name)?.({ ...event, waitUntil: (until: Promise<unknown>) => { work = until; } });
  await work;
}

/** @param says null: it is signed out, and nobody there answers */
const page = (visibilityState: string, says: boolean | null = true): Page => ({
  visibilityState,
  focus: vi.fn(async () => undefined),
  postMessage: (question, [port]) => {
    if (question === "rings?" && says !== null) port?.postMessage(says);
  },
});
const pushed = (json: () => unknown) => happens("push", { data: { json } });
const ring = () => ({ kind: "RING", topic: "t", path: "/", language: "en" });
const click = (data: unknown) => happens("notificationclick", { notification: { close: () => undefined, data } });

describe("L2: the service worker", () => {
  it("shows a ring where no page is open, and where all are hidden", async () => {
    await pushed(ring);
    pages = [page("hidden")];
    await pushed(ring);
    expect(shown).toHaveBeenCalledTimes(2);
    expect(shown).toHaveBeenCalledWith("Someone is waiting for you", expect.objectContaining({ tag: "t" }));
  });

  it("lets a page that is looked at ring alone, and takes away what was shown", async () => {
    pages = [page("hidden"), page("visible")];
    await pushed(ring);
    expect(shown).not.toHaveBeenCalled();
    expect(closed).toHaveBeenCalledWith("t");
  });

  it("shows a ring where the page in sight cannot ring: it was signed out, or is offline", async () => {
    pages = [page("visible", false)];
    await pushed(ring);
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    pages = [page("visible", null)];
    const told = pushed(ring);
    await vi.advanceTimersByTimeAsync(1_000);
    await told;
    vi.useRealTimers();
    expect(shown).toHaveBeenCalledTimes(2);
  });

  it("shows something plain for what it cannot read", async () => {
    await pushed(() => { throw new SyntaxError("not JSON"); });
    await happens("push", { data: null });
    expect(shown).toHaveBeenCalledTimes(2);
    expect(shown).toHaveBeenCalledWith("There is something new for you", expect.anything());
  });

  it("a click brings the page that is open to the front, and leads it nowhere: somebody may be in a conversation", async () => {
    const hidden = page("hidden");
    const visible = page("visible");
    pages = [hidden, visible];
    await click({ path: "/" });
    expect(visible.focus).toHaveBeenCalledOnce();
    pages = [hidden];
    await click({ path: "/" });
    expect(hidden.focus).toHaveBeenCalledOnce();
    expect(opened).not.toHaveBeenCalled();
  });

  it("a click opens a page of ours where none is open, whatever it was told", async () => {
    await click({ path: "/history" });
    await click({ path: "https://evil.example" });
    await click(null);
    expect(opened.mock.calls).toEqual([["/history"], ["/"], ["/"]]);
  });
});
