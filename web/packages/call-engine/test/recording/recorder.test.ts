import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Scope } from "../../src/core/scope";
import { recordingFormat } from "../../src/recording/formats";
import { Recorder } from "../../src/recording/recorder";

class FakeRecorder {
  static last: FakeRecorder;
  static types = ["video/webm;codecs=vp8,opus", "video/mp4"];
  static isTypeSupported = (type: string) => FakeRecorder.types.includes(type);
  state: "inactive" | "recording" = "inactive";
  ondataavailable: ((event: { data: Blob }) => void) | null = null;
  onstop: (() => void) | null = null;
  onerror: (() => void) | null = null;
  slice = 0;
  constructor(readonly stream: unknown, readonly options: { mimeType: string }) { FakeRecorder.last = this; }
  start(slice: number) { this.state = "recording"; this.slice = slice; }
  stop() { this.state = "inactive"; }
  gives(text: string) { this.ondataavailable?.({ data: new Blob([text]) }); }
}

beforeEach(() => {
  vi.stubGlobal("MediaRecorder", FakeRecorder);
  vi.stubGlobal("MediaStream", class {});
  vi.stubGlobal("HTMLCanvasElement", class { captureStream() { return null; } });
});
afterEach(() => { vi.unstubAllGlobals(); });

function recorder() {
  const scope = new Scope();
  const given: [Blob, boolean][] = [];
  const one = new Recorder({ scope, tracks: [], mimeType: "video/webm", onData: (data, final) => given.push([data, final]), onBroken: () => undefined });
  const texts = async () => Promise.all(given.map(async ([data, final]) => `${await data.text()}${final ? "." : ""}`));
  return { one, scope, texts, browser: FakeRecorder.last };
}

describe("R4: the browser's recorder", () => {
  it("gives a segment at least every two seconds", () => {
    expect(recorder().browser.slice).toBeLessThanOrEqual(2_000);
  });

  it("gives the rest once, as the final part, however many events it comes in", async () => {
    const { one, browser, texts } = recorder();
    browser.gives("one ");
    one.stop();
    one.stop();
    browser.gives("two ");
    browser.gives("three");
    browser.onstop?.();
    expect(await texts()).toEqual(["one ", "two three."]);
  });

  it("stops with the take, and passes over what holds nothing", async () => {
    const { scope, browser, texts } = recorder();
    browser.gives("");
    scope.close();
    browser.onstop?.();
    expect([browser.state, await texts()]).toEqual(["inactive", ["."]]);
  });
});

describe("what a browser records", () => {
  it("is VP8 in WebM where it can, MP4 on Safari, nothing where there is no recorder", () => {
    expect(recordingFormat()).toBe("video/webm;codecs=vp8,opus");
    FakeRecorder.types = ["video/mp4"];
    expect(recordingFormat()).toBe("video/mp4");
    FakeRecorder.types = [];
    expect(recordingFormat()).toBeNull();
    vi.stubGlobal("MediaRecorder", undefined);
    expect(recordingFormat()).toBeNull();
  });
});
