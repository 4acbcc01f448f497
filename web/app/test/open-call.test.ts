// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { release, warmUp, type OpenCall } from "../src/pages/call/warm-call";

class SilentSocket {
  readyState = 0;
  send = () => undefined;
  close = () => undefined;
}

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
const letIn = () => json(200, { success: true, statusCode: 200, message: "OK", data: { ticket: "t", iceServers: { servers: [], expiresAt: null } } });
const refuse = () => json(403, { success: false, statusCode: 403, message: "no", code: "NOT_PAID" });

describe("a call on this page", () => {
  const opened = vi.fn(() => new Promise(() => undefined));
  let answer: ((response: Response) => void) | undefined;
  let open: OpenCall;

  beforeEach(() => {
    document.cookie = "XSRF-TOKEN=page-token";
    opened.mockClear();
    answer = undefined;
    vi.stubGlobal("WebSocket", SilentSocket);
    vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => { answer = resolve; }));
    Object.defineProperty(navigator, "mediaDevices", {
      configurable: true, value: { getUserMedia: opened, addEventListener: () => undefined, removeEventListener: () => undefined },
    });
    open = warmUp("11111111-1111-1111-1111-111111111111");
  });
  afterEach(() => {
    release(open);
    vi.unstubAllGlobals();
  });
  const serverSays = async (response: Response) => {
    await vi.waitFor(() => expect(answer).toBeDefined());
    answer?.(response);
    await new Promise((done) => setTimeout(done));
  };

  it("touches neither camera nor microphone while it stands by", async () => {
    await serverSays(letIn());
    expect(opened).not.toHaveBeenCalled();
  });

  it("opens them with the click that accepts, in the same moment", async () => {
    await serverSays(letIn());
    open.comeIn();
    expect(opened).toHaveBeenCalledTimes(1);
  });

  it("opens them for somebody who comes to the address as soon as the server lets them in, and once", async () => {
    open.comeIn();
    open.comeIn();
    expect(opened).not.toHaveBeenCalled();
    await serverSays(letIn());
    expect(opened).toHaveBeenCalledTimes(1);
  });

  it("never opens them for somebody who is refused", async () => {
    open.comeIn();
    await serverSays(refuse());
    expect(opened).not.toHaveBeenCalled();
    expect(open.call.store.getSnapshot().closed).toBe("refused");
  });

  it("is the same for everybody on the page who asks for it", () => {
    expect(warmUp("11111111-1111-1111-1111-111111111111")).toBe(open);
  });
});
