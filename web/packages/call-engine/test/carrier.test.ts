import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TransportMaker } from "../src/providers/carrier";
import type { Entry } from "../src/providers/transport";
import { CallHarness } from "./call-harness";
import { FakeTransport } from "./fake-transport";

const JOIN = { roomName: "room-1", roomUrl: "https://elsewhere.test/room-1", token: "t", expiresAt: "2030-01-07T10:30:00Z" };
const RTC = { peer: "patient", generation: 1, polite: false, offers: true };

describe("H5: who carries the call is what the server's entry says", () => {
  let page: CallHarness;
  let provider: string;
  let file: (maker: TransportMaker | null) => void;
  let fetched: number;

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse("2030-01-07T10:00:00Z") });
    FakeTransport.all.length = 0;
    provider = "elsewhere";
    fetched = 0;
    const entry = async (): Promise<Entry> =>
      ({ consultation: "c", ticket: "t", iceServers: { servers: [], expiresAt: null }, seatTaken: false, provider, join: provider === "builtin" ? null : JOIN });
    const elsewhere = () => new Promise<TransportMaker>((resolve, reject) => {
      fetched++;
      file = (maker) => (maker ? resolve(maker) : reject(new Error("no file")));
    });
    page = new CallHarness({ entry, transports: { elsewhere } });
  });
  afterEach(() => {
    page.end();
    vi.useRealTimers();
  });
  const comes = async () => {
    file((options) => new FakeTransport(options));
    await page.settle();
    return FakeTransport.all.at(-1) as FakeTransport;
  };

  it("the browsers themselves where it says so, and no file is fetched", async () => {
    provider = "builtin";
    await page.open({ peers: [RTC] });
    expect(page.peers).toHaveLength(1);
    expect(fetched).toBe(0);
    expect(page.state.abilities).toMatchObject({ provider: "builtin", safetyCode: true });
  });

  it("another provider: no connection between the browsers is ever made", async () => {
    await page.open({ peers: [RTC] });
    await comes();
    await page.negotiate(2);
    expect(page.peers).toHaveLength(0);
    expect(page.state.abilities).toMatchObject({ provider: "elsewhere", safetyCode: false });
  });

  it("what the server said while the file was on its way is told to the transport that comes", async () => {
    await page.open({ peers: [RTC] });
    await page.negotiate(2);
    page.call.join();
    const transport = await comes();
    expect(transport.told).toEqual(["admitted room-1", "greeted patient", "rtc.peer", "start"]);
  });

  it("who only stands by does not start", async () => {
    await page.open();
    expect((await comes()).told).not.toContain("start");
    page.call.join();
    expect(FakeTransport.all[0]?.told).toContain("start");
  });

  it("ringing and chat do not wait for the file", async () => {
    await page.open();
    page.call.ring();
    expect(page.sent("ring")).toHaveLength(1);
  });

  it("a file that does not come is said, and fetched again with the next way in", async () => {
    await page.open();
    file(null);
    await page.settle();
    expect(page.state.roomProblem).toBe("NOT_LOADED");
    await page.breaks();
    await page.resume();
    expect(fetched).toBe(2);
    await comes();
    expect(page.state.roomProblem).toBeNull();
  });

  it("a provider that this page does not know: the page is older than the server", async () => {
    provider = "of tomorrow";
    await page.open();
    expect(page.state.roomProblem).toBe("OUTDATED");
    expect(page.peers).toHaveLength(0);
  });

  it("a call that was closed meanwhile begins nothing", async () => {
    await page.open();
    page.call.close();
    file((options) => new FakeTransport(options));
    await page.settle();
    expect(FakeTransport.all).toHaveLength(0);
  });

  it("closing ends the transport once", async () => {
    await page.open();
    const transport = await comes();
    page.call.close();
    page.call.close();
    expect(transport.told.filter((what) => what === "close")).toHaveLength(1);
    expect(transport.options.scope.closed).toBe(true);
  });

  it("a provider's frame stands where the page wants it, also when the page was first", async () => {
    await page.open();
    const take = page.call.attach({} as HTMLElement);
    const transport = await comes();
    expect(transport.told).toContain("attach");
    take();
    expect(transport.told).toContain("detach");
  });
});
