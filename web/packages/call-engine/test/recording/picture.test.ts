import { describe, expect, it } from "vitest";
import { EffortControl } from "../../src/recording/effort";
import { fit, HEIGHT, layout, WIDTH } from "../../src/recording/layout";
import { Speaker } from "../../src/recording/speaker";

const sitter = (id: string, screen: MediaStreamTrack | null = null) => ({ id, screen });
const screen = {} as MediaStreamTrack;

describe("R3: where everybody is in the picture", () => {
  it("the one who speaks large, the other small and inside", () => {
    const boxes = layout([sitter("doctor"), sitter("patient")], "patient");
    expect(boxes.map(({ id, large }) => [id, large])).toEqual([["patient", true], ["doctor", false]]);
    for (const { x, y, width, height } of boxes) expect(x >= 0 && y >= 0 && x + width <= WIDTH && y + height <= HEIGHT).toBe(true);
  });

  it("before anybody has spoken, and after the speaker has left, the first", () => {
    expect(layout([sitter("doctor"), sitter("patient")], null)[0]?.id).toBe("doctor");
    expect(layout([sitter("doctor")], "patient").map(({ id }) => id)).toEqual(["doctor"]);
    expect(layout([], null)).toEqual([]);
  });

  it("V3: a shared screen large, everybody beside it and nobody over it", () => {
    const [shared, ...people] = layout([sitter("doctor"), sitter("patient", screen)], "doctor");
    expect(shared).toMatchObject({ id: "patient", kind: "screen", width: 960, height: 720 });
    expect(people.map(({ id, x }) => [id, x])).toEqual([["doctor", 960], ["patient", 960]]);
  });

  it("fills a box with a camera, but shows a phone held upright and a screen whole", () => {
    const [box] = layout([sitter("a")], "a");
    expect(fit({ width: 640, height: 480 }, box!)).toMatchObject({ source: { x: 0, y: 60, width: 640, height: 360 } });
    expect(fit({ width: 720, height: 1280 }, box!)).toMatchObject({ source: { width: 720, height: 1280 }, target: { x: 437.5, width: 405, height: 720 } });
  });
});

describe("who is large", () => {
  const levels = (doctor: number, patient: number) => new Map([["doctor", doctor], ["patient", patient]]);

  it("the first who speaks, at once; another one after more than a moment", () => {
    const speaker = new Speaker();
    expect(speaker.look(levels(0, 0), 0)).toBeNull();
    expect(speaker.look(levels(0.1, 0), 200)).toBe("doctor");
    expect(speaker.look(levels(0, 0.2), 400)).toBe("doctor");
    expect(speaker.look(levels(0, 0), 600)).toBe("doctor");
    expect(speaker.look(levels(0, 0.2), 800)).toBe("doctor");
    expect(speaker.look(levels(0, 0.2), 2_100)).toBe("patient");
  });

  it("nobody who has left", () => {
    const speaker = new Speaker();
    speaker.look(levels(0.1, 0), 0);
    expect(speaker.look(new Map([["patient", 0]]), 200)).toBeNull();
  });
});

describe("the call goes before its recording", () => {
  const easy = { drawn: 1, drawing: 0.05, busy: false };
  const hard = { drawn: 0.5, drawing: 0.6, busy: false };

  it("gives up frames first, then size, and never everything", () => {
    const control = new EffortControl();
    const seen = Array.from({ length: 30 }, () => control.look(hard)).map(({ fps, scale }) => `${fps} ${scale.toFixed(2)}`);
    expect([...new Set(seen)]).toEqual(["30 1.00", "20 1.00", "15 1.00", "10 1.00", "10 0.67", "6 0.50"]);
  });

  it("one slow second is nothing", () => {
    const control = new EffortControl();
    control.look(hard);
    control.look(easy);
    expect(control.look(hard).fps).toBe(30);
  });

  it("comes back late, and later each time", () => {
    const control = new EffortControl();
    const secondsUntil = (fps: number) => { let seconds = 0; while (control.now.fps !== fps && seconds < 1_000) { control.look(easy); seconds++; } return seconds; };
    for (let times = 0; times < 2; times++) control.look({ ...easy, busy: true });
    expect(secondsUntil(30)).toBe(30);
    for (let times = 0; times < 2; times++) control.look({ ...easy, busy: true });
    expect(secondsUntil(30)).toBe(60);
  });
});
