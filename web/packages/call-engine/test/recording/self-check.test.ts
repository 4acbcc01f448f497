import { describe, expect, it } from "vitest";
import { SelfCheck, type Look } from "../../src/recording/self-check";

const grey = (value: number) => Uint8Array.from({ length: 144 }, (_, at) => value + (at % 3));
const sound = (mixed: number, heard = 0.1, running = true): NonNullable<Look["sound"]> => ({ mixed, running, own: { mixed, heard }, other: { mixed, heard } });
const well = (at: number): Look => ({
  at, bytes: at * 100, picture: { composed: grey(100 + (at / 1_000) % 50), source: grey(90 + (at / 1_000) % 50), moved: true },
  sound: sound(0.05),
});
/** One look a second; @returns the second in which each fault was first told. */
function watch(seconds: number, look: (second: number) => Look): Record<string, number> {
  const check = new SelfCheck();
  const found: Record<string, number> = {};
  for (let second = 0; second <= seconds; second++) {
    for (const fault of check.look(look(second))) found[fault] ??= second;
  }
  return found;
}
const from = (start: number, broken: (look: Look) => Look) => (second: number) => (second < start ? well(second * 1_000) : broken(well(second * 1_000)));

describe("R8: the recording looks after itself and finds within five seconds", () => {
  it("that the mix is silent although the call hears a voice", () => {
    expect(watch(20, from(5, (look) => ({ ...look, sound: sound(0) })))["SILENT"]).toBeLessThanOrEqual(10);
  });

  it("that the mixer sleeps", () => {
    expect(watch(20, from(5, (look) => ({ ...look, sound: sound(0, 0, false) })))["SILENT"]).toBeLessThanOrEqual(10);
  });

  it.each(["own", "other"] as const)("whose voice is missing: %s, that is silent in the mix while the call hears it, or is not recorded at all", (whose) => {
    const fault = whose === "own" ? "OWN_VOICE" : "OTHER_VOICE";
    for (const mixed of [0, null]) {
      const found = watch(20, from(5, (look) => ({ ...look, sound: { ...look.sound!, [whose]: { mixed, heard: 0.1 } } })));
      expect(found).toEqual({ [fault]: expect.any(Number) });
      expect(found[fault]).toBeLessThanOrEqual(10);
    }
  });

  it("that a voice is not recorded, also where the browser does not say how loud it is", () => {
    expect(watch(20, from(5, (look) => ({ ...look, sound: { ...look.sound!, own: { mixed: null, heard: 0 } } })))["OWN_VOICE"]).toBeLessThanOrEqual(10);
  });

  it("that the picture is black although the camera gives light", () => {
    expect(watch(20, from(5, (look) => ({ ...look, picture: { ...look.picture!, composed: grey(2) } })))["BLACK"]).toBeLessThanOrEqual(10);
  });

  it("that the composition stands still although the camera does not", () => {
    expect(watch(20, from(5, (look) => ({ ...look, picture: { ...look.picture!, composed: grey(77) } })))["FROZEN"]).toBeLessThanOrEqual(10);
  });

  it("that no new picture comes", () => {
    expect(watch(20, from(5, (look) => ({ ...look, picture: { composed: grey(77), source: grey(77), moved: false } })))["FROZEN"]).toBeLessThanOrEqual(10);
  });

  it("that it does not grow", () => {
    expect(watch(20, from(5, (look) => ({ ...look, bytes: 500 })))["STALLED"]).toBeLessThanOrEqual(10);
  });
});

describe("R8: it raises no false alarm", () => {
  it("while all is well", () => {
    expect(watch(600, (second) => well(second * 1_000))).toEqual({});
  });

  it("while nobody speaks, everybody is muted, or all cameras are off", () => {
    expect(watch(60, (second) => ({ ...well(second * 1_000), sound: sound(0, 0) }))).toEqual({});
    expect(watch(60, (second) => ({ ...well(second * 1_000), sound: null, picture: null }))).toEqual({});
  });

  it("while one of the two has the microphone off, or says nothing", () => {
    for (const quiet of [{ mixed: null, heard: null }, { mixed: 0, heard: null }, { mixed: 0, heard: 0 }]) {
      expect(watch(60, (second) => ({ ...well(second * 1_000), sound: { ...sound(0.05), own: quiet } }))).toEqual({});
      expect(watch(60, (second) => ({ ...well(second * 1_000), sound: { ...sound(0.05), other: quiet } }))).toEqual({});
    }
  });

  it("in a dark room and before a still picture", () => {
    expect(watch(60, (second) => ({ ...well(second * 1_000), picture: { composed: grey(3), source: grey(3), moved: true } }))).toEqual({});
  });

  it("for what lasts a moment only, and takes it back when it is over", () => {
    const check = new SelfCheck();
    expect([0, 1, 2, 3, 4, 5].flatMap((second) => check.look({ ...well(second * 1_000), bytes: second < 3 ? 7 : second * 1_000 }))).toEqual([]);
  });
});
