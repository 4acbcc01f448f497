import type { Scope } from "../core/scope";
import type { Loopback } from "./loopback";
import type { PathResult } from "./results";

export const PROBE_FOR = 3_000;
const EVERY = 20;
/** A packet that takes longer counts as lost: speech cannot wait for it. */
const STRAGGLERS = 800;
/** About as large as a packet of speech. */
const SIZE = 120;

/** Small packets at the pace of speech, from one end of the loop to the other: to the relay and back, by one clock. */
export function probePath(scope: Scope, channels: NonNullable<Loopback["channels"]>, now: () => number = () => performance.now()): Promise<PathResult | null> {
  const own = scope.child();
  const delays: number[] = [];
  let sent = 0;
  own.listen<MessageEvent>(channels.back, "message", ({ data }) => {
    if (!(data instanceof ArrayBuffer)) return;
    const delay = now() - new Float64Array(data)[0]!;
    if (delay <= STRAGGLERS) delays.push(delay);
  });
  channels.back.binaryType = "arraybuffer";
  return new Promise((resolve) => {
    const end = now() + PROBE_FOR;
    own.every(EVERY, () => {
      // What still waits in this page would be measured as the network's delay.
      if (now() > end || channels.forth.readyState !== "open" || channels.forth.bufferedAmount > 0) return;
      const packet = new Float64Array(SIZE / Float64Array.BYTES_PER_ELEMENT);
      packet[0] = now();
      channels.forth.send(packet);
      sent++;
    });
    own.after(PROBE_FOR + STRAGGLERS, () => {
      own.close();
      resolve(pathOf(sent, delays));
    });
    scope.onClose(() => resolve(null));
  });
}

/** @param delays of the packets that came, in the order of coming */
export function pathOf(sent: number, delays: readonly number[]): PathResult | null {
  if (sent === 0 || delays.length === 0) return sent === 0 ? null : { lossPercent: 100, rttMs: STRAGGLERS, jitterMs: 0 };
  const sorted = [...delays].sort((a, b) => a - b);
  return {
    lossPercent: Math.round((100 * Math.max(0, sent - delays.length)) / sent),
    rttMs: Math.round(sorted[Math.floor(sorted.length / 2)]!),
    jitterMs: Math.round(jitterOf(delays)),
  };
}

/** RFC 3550, A.8. */
function jitterOf(delays: readonly number[]): number {
  return delays.slice(1).reduce((jitter, delay, index) => jitter + (Math.abs(delay - delays[index]!) - jitter) / 16, 0);
}
