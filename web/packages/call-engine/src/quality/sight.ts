import type { Sight } from "@consilium/protocol";
import type { Access } from "./access";
import type { Interval } from "./interval";

/** What the others may know of how this side fares; the verdict is added by whoever knows it. */
export function sightOf(interval: Interval, access: Access, score: number): Sight {
  return {
    score, rtt: interval.rtt, jitter: interval.jitter, jitterBuffer: interval.jitterBuffer,
    lossUp: interval.lossUp, lossDown: interval.lossDown,
    bitrateUp: interval.bitrateUp, bitrateDown: interval.bitrateDown, availableUp: interval.availableUp,
    concealed: interval.concealed, dropped: interval.dropped, frozen: interval.frozen,
    width: interval.width, height: interval.height, fps: interval.fps,
    encoding: interval.encoding, decoding: interval.decoding, limitation: interval.limitation,
    candidateType: interval.candidateType, protocol: interval.protocol,
    ...access, cause: null, side: null, direction: null,
  };
}
