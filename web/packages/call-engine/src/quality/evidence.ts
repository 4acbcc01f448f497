import type { Sight } from "@consilium/protocol";
import { median } from "./access";

/** What both sides saw at one moment; `theirs` is null until the other side has told something. */
export interface View { mine: Sight; theirs: Sight | null }

/** Media of one direction, as its sender and its receiver see them. */
export interface Lane {
  loss: number; jitter: number;
  /** How long its sound has to wait to be played evenly: what jitter costs. */
  buffer: number;
  available: number | null; narrowed: boolean;
}

/** One side's own network, as its signalling feels it, and its own device. */
export interface Side {
  rtt: number | null; calmRtt: number | null; late: number; jitter: number;
  /** Its network lets media through by TCP only. */
  byTcp: boolean;
  busySending: boolean; busyReceiving: boolean;
}

/** What the last looks at a call amount to, in ms, bit/s and shares. */
export interface Evidence {
  up: Lane; down: Lane; me: Side; them: Side;
  rtt: number; calmRtt: number;
  /** By how much the round trip differed from look to look. */
  rttSpread: number;
  relayed: boolean;
}

/** Three looks: six seconds. Fewer would be fooled by one, more would be late. */
const RECENT = 3;

/** @param views oldest first, at least one; the older ones tell what this way can do when it is calm */
export function evidence(views: readonly View[]): Evidence {
  const recent = views.slice(-RECENT);
  const mine = recent.map((view) => view.mine);
  const theirs = sightsOf(recent);
  const everMine = views.map((view) => view.mine);
  return {
    up: lane(mine, theirs),
    down: lane(theirs, mine),
    me: side(mine, everMine),
    them: side(theirs, sightsOf(views)),
    rtt: typical(mine, "rtt") ?? 0,
    calmRtt: least(everMine, "rtt") ?? 0,
    rttSpread: spread(known(mine, "rtt")),
    relayed: [...mine, ...theirs].some((sight) => sight.candidateType === "relay"),
  };
}

function sightsOf(views: readonly View[]): Sight[] {
  return views.flatMap((view) => view.theirs ?? []);
}

/** The receiver knows best what got lost; where it says nothing, what it told the sender's browser counts. */
function lane(senders: Sight[], receivers: Sight[]): Lane {
  const last = senders.slice(-3);
  return {
    loss: mean(receivers.length > 0 ? receivers.map((sight) => sight.lossDown) : senders.map((sight) => sight.lossUp)),
    jitter: typical(receivers, "jitter") ?? 0,
    buffer: typical(receivers, "jitterBuffer") ?? 0,
    available: typical(last, "availableUp"),
    narrowed: last.some((sight) => sight.limitation === "bandwidth"),
  };
}

function side(recent: Sight[], ever: Sight[]): Side {
  const busy = recent.filter((sight) => sight.limitation === "cpu" || (sight.encoding ?? 0) > 0.9);
  const late = recent.map((sight) => sight.signallingLate ?? 0);
  return {
    rtt: typical(recent.slice(-2), "signallingRtt"),
    calmRtt: least(ever, "signallingRtt"),
    late: Math.max(0, ...late),
    jitter: typical(recent.slice(-2), "signallingJitter") ?? 0,
    byTcp: recent.some((sight) => sight.candidateType === "relay" && (sight.protocol === "tcp" || sight.protocol === "tls")),
    busySending: busy.length * 2 > recent.length,
    busyReceiving: mean(recent.map((sight) => sight.dropped)) > 0.15 || mean(recent.map((sight) => sight.decoding)) > 0.9,
  };
}

type Measure = "rtt" | "jitter" | "jitterBuffer" | "availableUp" | "signallingRtt" | "signallingJitter";

function known(sights: Sight[], member: Measure): number[] {
  return sights.flatMap((sight) => sight[member] ?? []);
}

function spread(values: number[]): number {
  return values.length > 0 ? Math.max(...values) - Math.min(...values) : 0;
}

function typical(sights: Sight[], member: Measure): number | null {
  const values = known(sights, member);
  return values.length > 0 ? median(values) : null;
}

function least(sights: Sight[], member: Measure): number | null {
  const values = known(sights, member);
  return values.length > 0 ? Math.min(...values) : null;
}

function mean(values: (number | null)[]): number {
  const told = values.filter((value) => value !== null);
  return told.length > 0 ? told.reduce((a, b) => a + b, 0) / told.length : 0;
}
