import type { Sight } from "@consilium/protocol";
import { readdirSync, readFileSync } from "node:fs";
import { diagnose, NOTHING, type Verdict } from "../../src/quality/attribution";
import type { View } from "../../src/quality/evidence";
import { CALM, steady } from "../../src/quality/steady";

export type Who = "patient" | "doctor";
type Timed = Sight & { at: number };

/** A call with something known to be wrong from `from` (s) on, as both pages reported it. */
export interface Impairment {
  what: string; made: string; from: number;
  cause: Verdict["cause"]; side: Who | "both" | "between" | ""; direction: "fromPatient" | "fromDoctor" | "both" | "";
  patient: Timed[]; doctor: Timed[];
}

/** Made by ./bench --impairments in real browsers. */
export function recorded(): Impairment[] {
  const home = new URL("./recorded/", import.meta.url);
  return readdirSync(home).filter((name) => name.endsWith(".json")).sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, home), "utf8")) as Impairment);
}

/** What is right, as that person's page should say it; a direction that the label leaves open may be any. */
export function truth({ cause, side, direction }: Impairment, who: Who): Omit<Verdict, "direction"> & { direction: Verdict["direction"] | "any" } {
  if (cause === "none") return NOTHING;
  const own = who === "patient" ? "fromPatient" : "fromDoctor";
  return {
    cause,
    side: side === "both" || side === "between" || side === "" ? (side || "between") : side === who ? "me" : "them",
    direction: direction === "" ? "any" : direction === "both" ? "both" : direction === own ? "up" : "down",
  };
}

export function isRight(verdict: Verdict, impairment: Impairment, who: Who): boolean {
  const wanted = truth(impairment, who);
  return verdict.cause === wanted.cause && verdict.side === wanted.side && (wanted.direction === "any" || wanted.direction === verdict.direction);
}

export interface Look { at: number; verdict: Verdict }

/** Looks at the call as that person's page does: what the other side sees is known when it was told. */
export function replay(impairment: Impairment, who: Who): Look[] {
  const other = impairment[who === "patient" ? "doctor" : "patient"];
  let said = CALM;
  const views: View[] = [];
  return impairment[who].map((mine) => {
    const told = other.filter((sight) => sight.at <= mine.at).at(-1);
    views.push({ mine, theirs: told && mine.at - told.at < 7 ? told : null });
    said = steady(said, diagnose(views.slice(-150)));
    return { at: mine.at, verdict: said.shown };
  });
}
