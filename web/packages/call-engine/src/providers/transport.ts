import type { CallSnapshot, IceServers, ServerFrame } from "@consilium/protocol";
import type { CallSnapshotState } from "../call-state";
import type { Scope } from "../core/scope";
import type { Store } from "../core/store";
import type { LocalMedia } from "../media/local-media";
import type { Slot } from "../peer/peer-link";
import type { SafetyCode } from "../privacy/safety-code-of";
import type { Sending } from "../quality/adaptive-sender";
import type { Quality } from "../quality/sampler";
import type { Session } from "../signalling/session";
import type { Abilities, RoomProblem } from "./abilities";

/** What opens the room of a provider for this person. */
export interface Grant { roomName: string; roomUrl: string; token: string; expiresAt: string }

/** What the server says to whoever is let in. */
export interface Entry {
  consultation: string; ticket: string; iceServers: IceServers; seatTaken: boolean;
  /** Who carries the media; without it the browsers themselves. */
  provider?: string;
  join?: Grant | null;
}

/** What a transport is given by the call it carries. */
export interface TransportOptions {
  scope: Scope;
  store: Store<CallSnapshotState>;
  session: Session;
  media: LocalMedia;
  relayOnly: boolean;
  /** Nothing is sent before both have joined: not to somebody who has not accepted yet, and not by them. */
  maySend: (peer: string) => boolean;
  onTrack: (peer: string, slot: Slot, track: MediaStreamTrack) => void;
  onLink: (state: "negotiating" | "up" | "lost") => void;
  /** `null`: the connection is being made again. */
  onQuality: (quality: Quality | null) => void;
  /** What the way lets us send has changed. */
  onStep: (sending: Sending) => void;
  /** Why the room cannot be entered, or was left; `null`: it can again. */
  onProblem: (problem: RoomProblem | null) => void;
  /** How the room names this page; `null`: it is not in there. Others know by it who it is where the provider does not say. */
  onStay: (stay: string | null) => void;
  /** Asks the server for a way in again; what it says comes by `admitted`. */
  renew: () => Promise<void>;
}

/**
 * Carries the media of one call: from browser to browser, or through the room of a provider. It says `media.link` to the
 * server for each peer, under the generation that `rtc.peer` named last. It opens no camera and no microphone that the person
 * has not switched on, and sends nothing to whom `maySend` is false.
 */
export interface Transport {
  readonly abilities: Abilities;
  /** Before anybody is let in: what takes a while. */
  prepare(): Promise<void>;
  /** The server has let this page in, for the first time or again. */
  admitted(entry: Entry): void;
  /**
   * A new session; what the server said before it has forgotten.
   *
   * @returns when our offers, where the first are ours, are on their way
   */
  greeted(snapshot: CallSnapshot): Promise<unknown>;
  /** The same session on a new socket. */
  resumed(): void;
  handle(frame: ServerFrame): void;
  /** The person is in. */
  start(): void;
  /** What may be sent, what there is to send, or how, has changed. */
  refresh(): void;
  /** The person does not want to wait for the picture. */
  retryPicture(): void;
  /** The person asks for the room again that could not be entered, or was left. */
  retryRoom(): void;
  /** This person ends it for everybody; the server is asked in a moment. */
  ending(): void;
  /** How loud the call hears our voice and theirs, 0 to 1. */
  heard(): Promise<{ own: number; other: number }>;
  /** The number that proves that nobody sits between this page and the other one (V13). */
  safetyCode(consultation: string): Promise<SafetyCode>;
  /**
   * Where a provider shows the pictures itself: there.
   *
   * @returns takes it away again
   */
  attach(place: HTMLElement): () => void;
  close(): void;
}
