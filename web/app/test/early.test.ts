// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { askEarly, earlyAnswer, postEarly } from "../src/api/early";

const address = `${location.origin}/api/v1/auth/me`;
let asked: string[] = [];
let answer: () => Promise<Response>;

beforeEach(() => {
  asked = [];
  answer = async () => new Response("{}");
  document.cookie = "XSRF-TOKEN=page-token";
  vi.stubGlobal("fetch", (url: string, { method, headers }: { method: string; headers: Record<string, string> }) => {
    asked.push(`${method} ${url} ${headers["X-XSRF-TOKEN"] ?? ""}`.trim());
    return answer();
  });
});

describe("a question that is asked before the program is there", () => {
  it("is answered once; whoever asks later asks anew", async () => {
    askEarly("/api/v1/auth/me");
    expect(asked).toEqual([`GET ${address}`]);
    expect(await (await earlyAnswer(new Request(address)))?.text()).toBe("{}");
    expect(earlyAnswer(new Request(address))).toBeUndefined();
  });

  it("answers no other question", () => {
    askEarly("/api/v1/auth/me");
    expect(earlyAnswer(new Request(address, { method: "POST" }))).toBeUndefined();
    expect(earlyAnswer(new Request(`${address}?scope=past`))).toBeUndefined();
    expect(earlyAnswer(new Request(address))).toBeDefined();
  });

  it("may ask to come in, with the token of this page", async () => {
    postEarly("/api/v1/auth/me");
    expect(asked).toEqual([`POST ${address} page-token`]);
    expect(earlyAnswer(new Request(address))).toBeUndefined();
    expect(earlyAnswer(new Request(address, { method: "POST" }))).toBeDefined();
    expect(earlyAnswer(new Request(address, { method: "POST" }))).toBeUndefined();
  });

  it("asks nothing that changes something before the page has its token", () => {
    document.cookie = "XSRF-TOKEN=; expires=Thu, 01 Jan 1970 00:00:00 GMT";
    postEarly("/api/v1/auth/me");
    expect(asked).toEqual([]);
  });

  it("is forgotten when it fails, so that the program's own question gets through", async () => {
    answer = () => Promise.reject(new TypeError("offline"));
    askEarly("/api/v1/auth/me");
    await Promise.resolve();
    expect(earlyAnswer(new Request(address))).toBeUndefined();
  });
});
