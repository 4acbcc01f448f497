import { describe, expect, it } from "vitest";
import { ringsByItself, type Arrival } from "../src/pages/call/rings-by-itself";

const state = (name: string): Arrival["ring"] => ({ consultation: "c", state: name, why: null, note: null }) as unknown as Arrival["ring"];
const HERE: Arrival = { patient: true, seat: "mine", connection: "online", ring: null, heard: true };

describe("L4: the patient rings the doctor without pressing anything", () => {
  it("on coming in", () => {
    expect(ringsByItself(HERE)).toBe(true);
  });

  it("on coming back, when the ring broke off with their own connection", () => {
    expect(ringsByItself({ ...HERE, ring: state("cancelled") })).toBe(true);
    expect(ringsByItself({ ...HERE, ring: state("cancelled"), connection: "reconnecting" as Arrival["connection"] })).toBe(false);
  });

  it("again after a ring that the doctor could not hear", () => {
    expect(ringsByItself({ ...HERE, ring: state("missed"), heard: false })).toBe(true);
    expect(ringsByItself({ ...HERE, ring: state("missed"), heard: true })).toBe(false);
  });

  it.each(["ringing", "busy", "unreachable", "accepted", "declined"])("not while it is %s", (name) => {
    expect(ringsByItself({ ...HERE, ring: state(name) })).toBe(false);
  });

  it("a doctor's page, one without the seat, and one that is not connected ring nobody", () => {
    expect(ringsByItself({ ...HERE, patient: false })).toBe(false);
    expect(ringsByItself({ ...HERE, seat: "none" })).toBe(false);
    expect(ringsByItself({ ...HERE, connection: "connecting" })).toBe(false);
  });
});
