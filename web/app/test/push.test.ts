// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "../src/api";
import { answerWorker } from "../src/lib/answer-worker";
import { keepUp, leave, pushState, switchOff, switchOn } from "../src/lib/push";

const ME = "me";
const KEY = "AQID";
let permission: NotificationPermission;
let answer: NotificationPermission;
let subscriptions: FakeSubscription[];
let registered: boolean;
let told: unknown[];
let listening: ((event: unknown) => void) | null = null;

class FakeSubscription {
  readonly options: { applicationServerKey: ArrayBuffer };
  live = true;
  constructor(readonly endpoint: string, key: string) {
    this.options = { applicationServerKey: Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0)).buffer };
  }
  getKey = () => new Uint8Array([250, 251, 252]).buffer;
  unsubscribe = async () => { this.live = false; return true; };
}

const current = () => subscriptions.find(({ live }) => live) ?? null;
const pushManager = {
  getSubscription: async () => current(),
  subscribe: vi.fn(async ({ applicationServerKey }: { applicationServerKey: string }) => {
    const made = new FakeSubscription(`https://push.example/${subscriptions.length}`, applicationServerKey);
    subscriptions.push(made);
    return made;
  }),
};

beforeEach(() => {
  localStorage.clear();
  permission = "default";
  answer = "granted";
  subscriptions = [];
  registered = false;
  told = [];
  pushManager.subscribe.mockClear();
  vi.stubGlobal("PushManager", class {});
  vi.stubGlobal("Notification", { get permission() { return permission; }, requestPermission: vi.fn(async () => (permission = answer)) });
  Object.defineProperty(navigator, "serviceWorker", {
    configurable: true,
    value: {
      addEventListener: (_name: string, listener: (event: unknown) => void) => { listening = listener; },
      removeEventListener: () => { listening = null; },
      register: async () => { registered = true; },
      ready: Promise.resolve({ pushManager }),
      getRegistration: async () => (registered ? { pushManager } : undefined),
    },
  });
  vi.spyOn(api, "push").mockResolvedValue({ offered: true, publicKey: KEY });
  vi.spyOn(api, "subscribe").mockImplementation(async (browser) => { told.push(browser); return {}; });
  vi.spyOn(api, "unsubscribe").mockResolvedValue({});
});

describe("L2: being rung when no page is open", () => {
  it("is off and asks for nothing until somebody clicks", async () => {
    expect(await pushState(ME)).toBe("off");
    await keepUp(ME, "de");
    expect(Notification.requestPermission).not.toHaveBeenCalled();
    expect(registered).toBe(false);
    expect(told).toEqual([]);
  });

  it("goes on with a click: the server learns where and how to write, and in which language", async () => {
    expect(await switchOn(ME, "de-AT")).toBe("on");
    expect(told).toEqual([{ endpoint: "https://push.example/0", p256dh: "-vv8", auth: "-vv8", language: "de" }]);
    expect(pushManager.subscribe).toHaveBeenCalledWith({ userVisibleOnly: true, applicationServerKey: KEY });
    expect(await pushState(ME)).toBe("on");
  });

  it("goes off again, here and at the server", async () => {
    await switchOn(ME, "en");
    expect(await switchOff()).toBe("off");
    expect(api.unsubscribe).toHaveBeenCalledOnce();
    expect(current()).toBeNull();
    expect(await pushState(ME)).toBe("off");
  });

  it("says that the browser blocks it, and leaves it off where the question was only closed", async () => {
    answer = "denied";
    expect(await switchOn(ME, "en")).toBe("blocked");
    expect(await pushState(ME)).toBe("blocked");
    answer = "default";
    expect(await switchOn(ME, "en")).toBe("off");
    expect(registered).toBe(false);
  });

  it("says that a browser cannot do it", async () => {
    vi.unstubAllGlobals();
    expect(await pushState(ME)).toBe("unsupported");
  });

  it("leaves nothing behind where the server refuses", async () => {
    vi.spyOn(api, "subscribe").mockRejectedValue(new Error("refused"));
    await expect(switchOn(ME, "en")).rejects.toThrow("refused");
    expect(current()).toBeNull();
    expect(await pushState(ME)).toBe("off");
  });

  it("tells the server with each visit that this browser still listens", async () => {
    await switchOn(ME, "en");
    await keepUp(ME, "de");
    expect(told).toHaveLength(2);
    expect(told[1]).toMatchObject({ endpoint: "https://push.example/0", language: "de" });
    expect(pushManager.subscribe).toHaveBeenCalledOnce();
  });

  it("subscribes anew where the browser ended it, and where the server has a new key", async () => {
    await switchOn(ME, "en");
    await current()?.unsubscribe();
    await keepUp(ME, "en");
    expect(told[1]).toMatchObject({ endpoint: "https://push.example/1" });
    vi.spyOn(api, "push").mockResolvedValue({ offered: true, publicKey: "BAUG" });
    await keepUp(ME, "en");
    expect(told[2]).toMatchObject({ endpoint: "https://push.example/2" });
    expect(subscriptions.map(({ live }) => live)).toEqual([false, false, true]);
  });

  it("rings nobody else's calls: who signs in next ends what the one before had", async () => {
    await switchOn(ME, "en");
    expect(await pushState("somebody else")).toBe("off");
    await keepUp("somebody else", "en");
    expect(current()).toBeNull();
    expect(told).toHaveLength(1);
  });

  it("tells the worker whether this page rings, and nothing else", () => {
    const said: unknown[] = [];
    const ports = [{ postMessage: (word: unknown) => said.push(word) }];
    let connected = true;
    const stop = answerWorker(() => connected);
    listening?.({ data: "rings?", ports });
    connected = false;
    listening?.({ data: "rings?", ports });
    listening?.({ data: "something else", ports });
    expect(said).toEqual([true, false]);
    stop();
    expect(listening).toBeNull();
  });

  it("ends when somebody signs out", async () => {
    await switchOn(ME, "en");
    await leave();
    expect(current()).toBeNull();
    await keepUp(ME, "en");
    expect(told).toHaveLength(1);
  });
});
