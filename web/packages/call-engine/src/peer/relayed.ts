import type { Candidate } from "@consilium/protocol";

/**
 * A browser reaches one relay over UDP, TCP and TLS and gets an address there for each. To the other side these are all the
 * same machine, and each that it is told of makes it try more pairs, one every 50 ms: where only TLS gets through, the pair
 * that works stood last in line. So it is told the best of them. The others are still tried from here, and the other side
 * answers them.
 */
export class Relayed {
  /** The best priority told so far, by address and ICE session. */
  private readonly told = new Map<string, number>();

  /** Whether the other side has nothing to gain from that candidate. */
  isSpare({ candidate, usernameFragment }: Candidate): boolean {
    const [, , , priority, address, , , type] = candidate.split(" ");
    if (type !== "relay") return false;
    const relay = `${usernameFragment} ${address}`;
    const best = this.told.get(relay) ?? 0;
    if (Number(priority) <= best) return true;
    this.told.set(relay, Number(priority));
    return false;
  }
}
