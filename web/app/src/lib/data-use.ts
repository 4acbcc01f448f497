import type { Receive } from "@consilium/call-engine";

const KEY = "receive";
const ALL: readonly Receive[] = ["full", "low", "sound"];

/** What this person chose in an earlier call on this device; else what the browser says about saving data. */
export function dataUse(): Receive {
  const chosen = ALL.find((receive) => receive === localStorage.getItem(KEY));
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return chosen ?? (connection?.saveData ? "low" : "full");
}

export function rememberDataUse(receive: Receive): void {
  localStorage.setItem(KEY, receive);
}
