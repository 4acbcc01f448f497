import type { Segment } from "@consilium/call-engine";
import { afterEach, describe, expect, it, vi } from "vitest";

vi.mock("../src/api/early", () => ({ csrfToken: () => "t", earlyAnswer: () => null }));
vi.stubGlobal("location", { origin: "http://clinic.example" });
const { putSegment } = await import("../src/api/segments");

const segment: Segment = { recording: "r", take: 1, index: 0, final: false, from: 0, to: 1_000, sha256: "x", bytes: new ArrayBuffer(1) };
const answers = (status: number, body: string) => vi.stubGlobal("fetch", async () => new Response(body, { status }));
const put = () => putSegment(segment, new AbortController().signal);
const refusal = (code: string) => JSON.stringify({ success: false, code, message: "" });

afterEach(() => { vi.unstubAllGlobals(); });

describe("R4: a part is given up on our server's word alone", () => {
  it.each([
    [409, "SEGMENT_NOT_COVERED"], [409, "SEGMENT_DIFFERS"], [409, "RECORDING_UNAVAILABLE"], [404, "NOT_FOUND"], [413, "PAYLOAD_TOO_LARGE"],
  ])("%d %s: it will never be taken", async (status, code) => {
    answers(status, refusal(code));
    expect(await put()).toBe("unwanted");
  });

  it.each([
    [404, "<html>Not Found</html>"], [413, "<html>Request Entity Too Large</html>"], [409, "{}"], [410, ""], [502, "<html>Bad Gateway</html>"],
    [409, refusal("SEGMENT_AHEAD")], [409, refusal("SOMETHING_NEW")], [422, refusal("SEGMENT_DAMAGED")], [503, refusal("STORAGE_AWAY")], [404, "null"],
  ])("%d %s: it is tried again", async (status, body) => {
    answers(status, body);
    await expect(put()).rejects.toThrow();
  });

  it("stored, and full", async () => {
    answers(200, "{}");
    expect(await put()).toBe("stored");
    answers(507, refusal("STORAGE_FULL"));
    expect(await put()).toBe("full");
  });
});
