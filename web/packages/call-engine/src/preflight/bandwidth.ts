import type { Scope } from "../core/scope";
import type { Loopback } from "./loopback";

export const FILL_FOR = 3_000;
/** More than the best picture needs; a patient may pay for every megabyte. */
const MOST_BYTES = 1_500_000;
const MOST_BYTES_A_MS = 4_000 / 8;
const SIZE = 1_100;
const WAITING = 32_000;
const BIN = 250;
/** The beginning says more about the sender, which feels its way, than about the network. */
const WARM_UP = 750;

/** How much comes through to the relay and back in a second, up to what a call can use. Both ways are filled at once, as in a call. */
export function measureBandwidth(scope: Scope, channels: NonNullable<Loopback["channels"]>, now: () => number = () => performance.now()): Promise<number | null> {
  const own = scope.child();
  const began = now();
  const arrivals: Arrival[] = [];
  const packet = new Uint8Array(SIZE);
  let sent = 0;
  own.listen<MessageEvent>(channels.back, "message", ({ data }) => {
    if (data instanceof ArrayBuffer) arrivals.push({ at: now() - began, bytes: data.byteLength });
  });
  channels.back.binaryType = "arraybuffer";
  return new Promise((resolve) => {
    own.every(10, () => {
      const allowed = Math.min(MOST_BYTES, (now() - began) * MOST_BYTES_A_MS);
      while (sent < allowed && channels.forth.readyState === "open" && channels.forth.bufferedAmount < WAITING) {
        channels.forth.send(packet);
        sent += SIZE;
      }
    });
    own.after(FILL_FOR, () => {
      own.close();
      resolve(kbpsOf(arrivals, FILL_FOR));
    });
    scope.onClose(() => resolve(null));
  });
}

export interface Arrival { at: number; bytes: number }

/** The middle one of quarter seconds: neither a lucky burst nor one hiccup. */
export function kbpsOf(arrivals: readonly Arrival[], until: number): number {
  const bins = new Array<number>(Math.floor((until - WARM_UP) / BIN)).fill(0);
  for (const { at, bytes } of arrivals) {
    const bin = Math.floor((at - WARM_UP) / BIN);
    if (bin >= 0 && bin < bins.length) bins[bin]! += bytes;
  }
  const sorted = bins.sort((a, b) => a - b);
  return Math.round(((sorted[Math.floor(sorted.length / 2)] ?? 0) * 8) / BIN);
}
