import { afterEach, beforeEach, expect, it, vi } from "vitest";

const opened = vi.hoisted(() => ({ by: [] as string[] }));
vi.mock("@consilium/call-engine", () => ({ SPOOL: "consilium-recording", ASKED: "consilium-takes-asked" }));
vi.mock("../src/lib/recording-uploads", () => ({ recordingUploads: async (owner: string) => { opened.by.push(owner); } }));
const { resumeSending } = await import("../src/lib/has-recorded");

const browser = (databases: string[], notes: Record<string, string>) => {
  vi.stubGlobal("indexedDB", { databases: async () => databases.map((name) => ({ name })) });
  vi.stubGlobal("localStorage", { getItem: (key: string) => notes[key] ?? null });
};
beforeEach(() => { opened.by = []; });
afterEach(() => { vi.unstubAllGlobals(); });

it("R4: after a reload goes on where something was recorded, or a take was asked for and its page died; else nothing is loaded", async () => {
  browser([], {});
  await resumeSending("nobody");
  browser(["consilium-recording"], {});
  await resumeSending("recorded");
  browser([], { "consilium-takes-asked": "[]" });
  await resumeSending("asked");
  expect(opened.by).toEqual(["recorded", "asked"]);
});
