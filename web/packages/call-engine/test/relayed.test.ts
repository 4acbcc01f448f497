import { expect, it } from "vitest";
import { Relayed } from "../src/peer/relayed";

const UDP = 58663423;
const TCP = 25108735;
const TLS = 8331263;

const candidate = (priority: number, address: string, type = "relay", usernameFragment = "abcd") => ({
  candidate: `candidate:1 1 udp ${priority} ${address} 49174 typ ${type}`, sdpMid: "0", sdpMLineIndex: 0, usernameFragment,
});

it("V1: of the addresses that one relay gives, the other side is told the best", () => {
  const relayed = new Relayed();
  expect(relayed.isSpare(candidate(UDP, "192.0.2.1"))).toBe(false);
  expect(relayed.isSpare(candidate(TCP, "192.0.2.1"))).toBe(true);
  expect(relayed.isSpare(candidate(TLS, "192.0.2.1"))).toBe(true);
});

it("V1: a better one that comes later is told, too", () => {
  const relayed = new Relayed();
  expect([TCP, UDP, TLS].map((priority) => relayed.isSpare(candidate(priority, "192.0.2.1")))).toEqual([false, false, true]);
});

it("V1: where only TLS gets through, that is the best", () => {
  expect(new Relayed().isSpare(candidate(TLS, "192.0.2.1"))).toBe(false);
});

it("V1: another relay, another address family, and what is not relayed are told", () => {
  const relayed = new Relayed();
  relayed.isSpare(candidate(UDP, "192.0.2.1"));
  expect(relayed.isSpare(candidate(TLS, "192.0.2.2"))).toBe(false);
  expect(relayed.isSpare(candidate(TLS, "2001:db8::1"))).toBe(false);
  expect(relayed.isSpare(candidate(1, "192.0.2.1", "host"))).toBe(false);
  expect(relayed.isSpare(candidate(1, "192.0.2.1", "srflx"))).toBe(false);
});

it("Q4, V1: every ICE restart tells anew", () => {
  const relayed = new Relayed();
  relayed.isSpare(candidate(UDP, "192.0.2.1"));
  expect(relayed.isSpare(candidate(TCP, "192.0.2.1", "relay", "efgh"))).toBe(false);
});

it("a candidate that cannot be read is told", () => {
  expect(new Relayed().isSpare({ candidate: "", sdpMid: null, sdpMLineIndex: null, usernameFragment: null })).toBe(false);
});
