import type { Receive } from "@consilium/protocol";
import type { Scope } from "../core/scope";
import { cameraEncoding, screenEncoding, voiceEncoding, type Encoding } from "../peer/encoding";
import type { PeerLink, Slot } from "../peer/peer-link";
import { afresh, atTop, step } from "./ladder";
import { LOOK_EVERY, type Ladder } from "./ladder-state";
import { read, type Counters, type Reading } from "./reading";
import { PLAIN, REDUNDANCY, redundancy, type Redundancy } from "./redundancy";
import { rungAt, SOUND, TOP, type RungName } from "./rungs";

/** What is being sent to somebody, and why it is not more. */
export interface Sending { rung: RungName; reason: "network" | "cpu" | null }

export interface AdaptiveSenderOptions {
  scope: Scope;
  /** The connection that carries media to each peer now. */
  links: () => { peer: string; link: PeerLink }[];
  /** How much of our picture that peer wants. */
  receive: (peer: string) => Receive;
  /** Whether this side wants to send few bytes. */
  saving: () => boolean;
  sharing: () => boolean;
  onStep: (peer: string, sending: Sending) => void;
}

interface Track {
  ladder: Ladder; redundancy: Redundancy;
  link: PeerLink | null; counters: Counters | null; flowing: boolean; looking: boolean;
  /** The browser says what the way carries. One that does not (Firefox) begins nothing anew, however it is asked. */
  measures: boolean;
}

/**
 * Follows the way to each peer: looks four times a second, climbs up and down that peer's ladder, and tells the connection
 * how to send. The place on the ladder outlives connections: a new one begins where the old one stood.
 */
export class AdaptiveSender {
  private readonly tracks = new Map<string, Track>();
  private running = false;

  constructor(private readonly options: AdaptiveSenderOptions) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    this.options.scope.every(LOOK_EVERY, () => {
      for (const { peer, link } of this.options.links()) void this.look(peer, link).catch(() => undefined);
    });
  }

  encoding(peer: string, slot: Slot, track: MediaStreamTrack | null): Encoding {
    const { ladder } = this.track(peer);
    if (slot === "microphone") return voiceEncoding(ladder);
    const circumstances = { receive: this.options.receive(peer), saving: this.options.saving(), sharing: this.options.sharing() };
    if (slot === "screen") return screenEncoding(ladder, circumstances);
    return cameraEncoding(ladder, circumstances, track?.getSettings() ?? {});
  }

  /** Why a picture is sent to that peer that is smaller than it could be; null when it is not, or none is sent. */
  heldBack(peer: string): Sending["reason"] {
    const track = this.tracks.get(peer);
    return track?.flowing && track.ladder.rung !== TOP ? track.ladder.reason : null;
  }

  /** The person does not want to wait for the picture. */
  retry(): void {
    for (const { peer, link } of this.options.links()) {
      const track = this.track(peer);
      if (track.ladder.rung === SOUND) this.move(peer, track, link, afresh(track.ladder, performance.now()));
    }
  }

  private async look(peer: string, link: PeerLink): Promise<void> {
    const track = this.track(peer);
    if (track.looking || link.connection.connectionState !== "connected" || !link.sends) return;
    if (track.link !== link) Object.assign(track, { link, counters: null, flowing: false });
    track.looking = true;
    const report = await link.stats().finally(() => { track.looking = false; });
    if (this.options.scope.closed || track.link !== link) return;
    const { reading, counters } = read(report, track.counters, performance.now());
    track.counters = counters;
    if (!reading) return;
    link.looked(reading.arrived);
    this.act(peer, track, link, reading);
  }

  private act(peer: string, track: Track, link: PeerLink, reading: Reading): void {
    track.redundancy = redundancy(track.redundancy, reading);
    link.protect(track.redundancy.on ? "redundant" : "plain");
    const begins = !track.flowing;
    track.flowing = link.sendsPicture && this.options.receive(peer) !== "sound";
    if (!track.flowing) return;
    const { available } = reading;
    track.measures = available !== null;
    const left = available !== null && track.redundancy.on ? available - REDUNDANCY : available;
    this.move(peer, track, link, begins ? afresh(track.ladder, reading.at) : step(track.ladder, { ...reading, available: left }));
  }

  private move(peer: string, track: Track, link: PeerLink, next: Ladder): void {
    const before = track.ladder;
    track.ladder = next;
    if (next.rung < before.rung) link.sharpen();
    if (next.drainUntil !== null && before.drainUntil === null && track.measures) link.startOver();
    if (shows(next) !== shows(before)) void link.refreshAll().catch(() => undefined);
    if (next.rung !== before.rung || next.reason !== before.reason) {
      this.options.onStep(peer, { rung: rungAt(next.rung).name, reason: next.reason });
    }
  }

  private track(peer: string): Track {
    const known = this.tracks.get(peer);
    if (known) return known;
    const fresh = { ladder: atTop(performance.now()), redundancy: PLAIN, link: null, counters: null, flowing: false, looking: false, measures: false };
    this.tracks.set(peer, fresh);
    return fresh;
  }
}

/** What of a ladder shows in how is sent. */
function shows(ladder: Ladder): string {
  return `${ladder.rung} ${ladder.limit} ${ladder.drainUntil !== null}`;
}
