// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { askEarly, earlyAnswer } from "../src/api/early";

const address = `${location.origin}/api/v1/auth/me`;
let asked: string[] = [];
let answer: () => Promise<Response>;

beforeEach(() => {
  asked = [];
  answer = async () => new Response("{}");
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return answer();
  });
});

describe("a question that is asked before the program is there", () => {
  it("is answered once; whoever asks later asks anew", async () => {
    askEarly("/api/v1/auth/me");
    expect(asked).toEqual([address]);
    expect(await (await earlyAnswer(new Request(address)))?.text()).toBe("{}");
    expect(earlyAnswer(new Request(address))).toBeUndefined();
  });

  it("answers nothing that changes something, and no other question", () => {
    askEarly("/api/v1/auth/me");
    expect(earlyAnswer(new Request(address, { method: "POST" }))).toBeUndefined();
    expect(earlyAnswer(new Request(`${address}?scope=past`))).toBeUndefined();
    expect(earlyAnswer(new Request(address))).toBeDefined();
  });

  it("is forgotten when it fails, so that the program's own question gets through", async () => {
    answer = () => Promise.reject(new TypeError("offline"));
    askEarly("/api/v1/auth/me");
    await Promise.resolve();
    expect(earlyAnswer(new Request(address))).toBeUndefined();
  });
});
