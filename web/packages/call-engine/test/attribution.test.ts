import { describe, expect, it } from "vitest";
import type { Verdict } from "../src/quality/attribution";
import { modelled } from "./impairments/modelled";
import { isRight, recorded, replay, truth, type Impairment, type Who } from "./impairments/replay";

const words = (verdict: { cause: string; side: string; direction: string }) => `${verdict.cause}, ${verdict.side}, ${verdict.direction}`;

/** Both pages' last words on each impairment. */
function lastWords(impairments: Impairment[]) {
  return impairments.flatMap((impairment) =>
    (["patient", "doctor"] as Who[]).map((who) => ({ impairment, who, verdict: replay(impairment, who).at(-1)!.verdict })));
}

function wrong(impairments: Impairment[]): string[] {
  return lastWords(impairments).filter(({ impairment, who, verdict }) => !isRight(verdict, impairment, who))
    .map(({ impairment, who, verdict }) => `${impairment.what}: the ${who}'s page says ${words(verdict)} instead of ${words(truth(impairment, who))}`);
}

describe("V7: the indicator's reason on calls with something known to be wrong", () => {
  const all = { recorded: recorded(), modelled: modelled() };

  it("has a labelled set of every cause, side and direction", () => {
    const labels = [...all.recorded, ...all.modelled];
    expect(labels.length).toBeGreaterThanOrEqual(28);
    expect(new Set(labels.map(({ cause }) => cause))).toEqual(new Set(["none", "loss", "delay", "jitter", "bandwidth", "cpu", "relay"]));
    expect(new Set(labels.map(({ side }) => side))).toEqual(new Set(["", "patient", "doctor", "both", "between"]));
    expect(new Set(labels.map(({ direction }) => direction))).toEqual(new Set(["", "fromPatient", "fromDoctor", "both"]));
  });

  it.each(["recorded", "modelled"] as const)("is right in at least nine of ten %s calls, on both pages: cause, side and direction", (kind) => {
    const mistakes = wrong(all[kind]);
    expect(mistakes.length, mistakes.join("\n")).toBeLessThanOrEqual(2 * all[kind].length * 0.1);
  });

  it("names the cause within six looks (twelve seconds of a call that is connected), in nine of ten", () => {
    const late = [...all.recorded, ...all.modelled].flatMap((impairment) => (["patient", "doctor"] as Who[]).filter((who) =>
      !replay(impairment, who).filter((look) => look.at > impairment.from).slice(0, 6).some((look) => look.verdict.cause === impairment.cause)));
    expect(late.length).toBeLessThanOrEqual(2 * (all.recorded.length + all.modelled.length) * 0.1);
  });

  it("never invents trouble before there is any, in nine of ten", () => {
    const invented = [...all.recorded, ...all.modelled].flatMap((impairment) => (["patient", "doctor"] as Who[]).filter((who) =>
      replay(impairment, who).some((look) => look.at < impairment.from && look.verdict.cause !== "none")));
    expect(invented.length).toBeLessThanOrEqual(2 * (all.recorded.length + all.modelled.length) * 0.1);
  });

  it("says the same on both pages, seen from each", () => {
    const other: Record<Verdict["side"], Verdict["side"]> = { me: "them", them: "me", both: "both", between: "between" };
    const contradictions = [...all.recorded, ...all.modelled].filter((impairment) => {
      const [patient, doctor] = lastWords([impairment]).map(({ verdict }) => verdict);
      return patient!.cause !== doctor!.cause || patient!.side !== other[doctor!.side];
    });
    expect(contradictions.map(({ what }) => what).length).toBeLessThanOrEqual(0.1 * (all.recorded.length + all.modelled.length));
  });
});
