import type { RecordingState } from "@consilium/call-engine";
import type { TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import { factsOf, textOf } from "../src/pages/call/recording/terms";
import { erases, newsOf, viewOf } from "../src/pages/call/recording/view";

type Answer = RecordingState["answers"][number]["answer"];
const state = (phase: RecordingState["phase"], mine: Answer = "AGREED", change: Partial<RecordingState> = {}): RecordingState => ({
  recording: "r", phase, recorder: "doctor", startedAt: null, reason: null, wording: "1", onWithdrawal: "keep", keptDays: 30, service: null,
  answers: [{ participant: "doctor", answer: "AGREED" }, { participant: "me", answer: mine }], ...change,
});

describe("R1, U13: who is asked", () => {
  it("everybody who has not answered, also who comes while it is recorded", () => {
    expect(viewOf(state("ASKED", "PENDING"), "me").asked).toBe(true);
    expect(viewOf(state("PAUSED", "PENDING"), "me").asked).toBe(true);
    expect(viewOf(state("PAUSED"), "somebody new").asked).toBe(true);
  });

  it("nobody who has answered, and nobody once it is over", () => {
    for (const answer of ["AGREED", "DECLINED", "WITHDRAWN"] as const) expect(viewOf(state("ASKED", answer), "me").asked).toBe(false);
    expect(viewOf(state("STOPPED", "PENDING"), "me").asked).toBe(false);
    expect(viewOf(null, "me")).toEqual({ asked: false, going: null, reason: null });
  });
});

describe("R1: what is written down beside the answer", () => {
  const t = ((key: string, values?: { count?: number }) => `${key} ${values?.count ?? ""}`.trim()) as TFunction;

  it("is what was shown, word for word, with the rules of this clinic", () => {
    const text = textOf(t, { keptDays: 30, onWithdrawal: "delete", service: null });
    expect(text.split("\n")).toEqual(factsOf(t, { keptDays: 30, onWithdrawal: "delete", service: null }).map(([, words]) => words));
    expect(text).toContain("recording.facts.keptDays 30");
    expect(text).toContain("recording.facts.backDelete");
    expect(textOf(t, { keptDays: 3650, onWithdrawal: "keep", service: null })).toContain("recording.facts.keptYears 10");
  });
});

describe("R1: where it is kept", () => {
  const t = ((key: string) => key) as TFunction;
  const place = (rules: { service: string | null; place?: "server" | "bucket" }) => factsOf(t, { keptDays: 30, onWithdrawal: "keep", ...rules }).find(([id]) => id === "place")?.[1];

  it("is what this clinic does: its own server, a storage service it has chosen, and after a video service either", () => {
    expect([place({ service: null }), place({ service: null, place: "server" })]).toEqual(["recording.facts.place", "recording.facts.place"]);
    expect(place({ service: null, place: "bucket" })).toBe("recording.facts.placeBucket");
    expect([place({ service: "Jitsi", place: "server" }), place({ service: "Jitsi", place: "bucket" })]).toEqual(["recording.facts.placeService", "recording.facts.placeServiceBucket"]);
  });
});

describe("R2: what is seen and heard", () => {
  it("says that it records, rests or waits, and nothing when it is over", () => {
    const seen = (["ASKED", "RECORDING", "PAUSED", "STOPPED", "DELETED"] as const).map((phase) => viewOf(state(phase), "me").going);
    expect(seen).toEqual(["asked", "recording", "paused", null, null]);
  });

  it("announces that it begins, rests and ends, each once", () => {
    const steps = [null, state("ASKED"), state("RECORDING"), state("RECORDING", "PENDING"), state("PAUSED"), state("RECORDING"), state("STOPPED")];
    expect(steps.slice(1).map((now, at) => newsOf(steps[at] ?? null, now))).toEqual([null, "began", null, "paused", "began", "stopped"]);
  });

  it("says to who comes in that it is recorded, and nothing of one that was over before", () => {
    expect(newsOf(null, state("RECORDING"))).toBe("began");
    expect(newsOf(null, state("STOPPED"))).toBeNull();
  });

  it("says that it is deleted where it is, and not only that it has stopped", () => {
    expect(newsOf(state("RECORDING"), state("DELETED", "WITHDRAWN", { reason: "WITHDRAWN" }))).toBe("deleted");
  });

  it("says before the press that it erases, to whoever it is true for", () => {
    const begun = { startedAt: "2030-01-07T10:00:00Z", onWithdrawal: "delete" } as const;
    expect(erases(state("RECORDING", "AGREED", begun), false)).toBe(true);
    expect(erases(state("RECORDING", "AGREED", begun), true)).toBe(false);
    expect(erases(state("RECORDING", "AGREED", { ...begun, onWithdrawal: "keep" }), false)).toBe(false);
    expect(erases(state("ASKED", "AGREED", { ...begun, startedAt: null }), false)).toBe(false);
  });

  it("does not call a no the end of a recording", () => {
    expect(newsOf(state("ASKED"), state("STOPPED", "DECLINED", { reason: "DECLINED" }))).toBe("declined");
  });
});
