import type { RoomProblem } from "./abilities";
import type { Grant, TransportOptions } from "./transport";

/**
 * A grant lasts as long as the consultation did when it was given, and that may have been made longer: one that is over is asked
 * for anew.
 *
 * @returns why there is none
 */
export async function freshen({ store, renew }: Pick<TransportOptions, "store" | "renew">, grant: () => Grant | null): Promise<RoomProblem | null> {
  const isOver = () => Date.parse(grant()?.expiresAt ?? "") <= Date.now() + store.getSnapshot().clockOffset;
  if (!isOver()) return null;
  const came = await renew().then(() => true, () => false);
  if (!came) return "UNREACHABLE";
  return isOver() ? "OVER" : null;
}
