import type { Verdict } from "@consilium/call-engine";
import type { TFunction } from "i18next";

/** What is wrong and whose it is, in one sentence; empty when nothing is. `name` is the other person's. */
export function reasonWords(t: TFunction, { cause, side }: Verdict, name: string): string {
  return cause === "none" ? "" : t(`quality.cause.${cause}.${side}`, { name });
}

/** Who notices it; empty when both do, or nobody. */
export function effectWords(t: TFunction, { cause, direction }: Verdict, name: string): string {
  return cause === "none" || cause === "silence" || direction === "both" ? "" : t(`quality.effect.${direction}`, { name });
}
