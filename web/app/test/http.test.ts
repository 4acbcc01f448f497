// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { api, Refusal } from "../src/api";
import { attended } from "../src/api/attendance";

let asked: Request[] = [];
let answer: () => Response | Promise<Response>;

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
const fine = (data: unknown) => () => json(200, { success: true, statusCode: 200, message: "OK", data });

beforeEach(() => {
  asked = [];
  document.cookie = "XSRF-TOKEN=page-token";
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(request);
    return answer();
  });
});

describe("the API client", () => {
  it("opens the envelope", async () => {
    answer = fine([{ id: "a" }]);
    expect(await api.appointments("past")).toEqual([{ id: "a" }]);
    expect(new URL(asked[0]!.url).pathname + new URL(asked[0]!.url).search).toBe("/api/v1/appointments?scope=past");
    expect(asked[0]!.headers.get("X-XSRF-TOKEN")).toBeNull();
  });

  it("shows the page's own token with everything that changes something", async () => {
    answer = fine({});
    await api.markPaid("7", "cash");
    expect(asked[0]!.method).toBe("POST");
    expect(asked[0]!.headers.get("X-XSRF-TOKEN")).toBe("page-token");
    expect(await asked[0]!.json()).toEqual({ reason: "cash" });
  });

  it("sends files as forms", async () => {
    answer = fine({ id: "f", name: "x.png", type: "image/png", size: 3 });
    await api.attach("7", new File(["abc"], "x.png", { type: "image/png" }));
    expect(asked[0]!.headers.get("Content-Type") ?? "").not.toContain("json");
  });

  it("turns a refusal into its code and sentence", async () => {
    answer = () => json(403, { success: false, statusCode: 403, message: "Please pay first.", data: null, code: "NOT_PAID", details: { a: 1 } });
    const refusal = await api.enter("7").catch((e: unknown) => e);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ status: 403, code: "NOT_PAID", message: "Please pay first.", details: { a: 1 }, final: true });
  });

  it("tells a lost network and a page that is not ours from refusals", async () => {
    answer = () => Promise.reject(new TypeError("Failed to fetch"));
    await expect(api.me()).rejects.toMatchObject({ status: 0, code: "OFFLINE", final: false });
    answer = () => new Response("<html>Bad gateway</html>", { status: 502 });
    await expect(api.me()).rejects.toMatchObject({ status: 502, code: "INTERNAL", final: false });
  });

  it("S4: says when nobody has touched the page for a minute", () => {
    dispatchEvent(new Event("keydown"));
    expect(attended(Date.now() + 30_000)).toBe(true);
    expect(attended(Date.now() + 61_000)).toBe(false);
  });
});
