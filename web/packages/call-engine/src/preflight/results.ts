import type { MediaProblem } from "../media/problems";

export const TRANSPORTS = ["UDP", "TCP", "TLS"] as const;
/** How this device speaks to the relay. */
export type Transport = (typeof TRANSPORTS)[number];

export type SupportGap = "SECURE_CONTEXT" | "MEDIA_DEVICES" | "PEER_CONNECTION" | "WEB_SOCKET" | "AUDIO_CODEC" | "VIDEO_CODEC";
export type CameraResult = "WORKS" | "DARK" | "NO_PICTURE" | "OFF" | MediaProblem;
export type MicrophoneResult = "HEARD" | "SILENT" | "OFF" | MediaProblem;
export type SpeakerResult = "HEARD" | "NOT_HEARD" | "NOT_ASKED";
export interface SignallingResult { code: "WORKS" | "BLOCKED" | "REFUSED"; rttMs: number | null }
export type StunResult = "WORKS" | "BLOCKED" | "NOT_OFFERED";

export interface RelayResult {
  /** NO_DATA: the relay took us in, and then let nothing through. */
  code: "WORKS" | "BLOCKED" | "NO_DATA" | "NOT_OFFERED";
  setUpMs: number | null;
  /** The last STUN error code, or 701 when nobody answered. */
  error: number | null;
}

/** The way to the relay and back. */
export interface PathResult { lossPercent: number; rttMs: number; jitterMs: number }

/** What each check found; null: not known yet. */
export interface Results {
  support: SupportGap[];
  /** The page is shown inside another app. */
  inApp: boolean;
  camera: CameraResult | null;
  microphone: MicrophoneResult | null;
  speaker: SpeakerResult;
  signalling: SignallingResult | null;
  stun: StunResult | null;
  relays: Record<Transport, RelayResult | null>;
  /** Null also where there is no relay to measure through. */
  path: PathResult | null;
  kbps: number | null;
  /** Nothing more will be learned about the connection. */
  connectionDone: boolean;
}

export const NOTHING_KNOWN: Results = {
  support: [], inApp: false, camera: null, microphone: null, speaker: "NOT_ASKED", signalling: null, stun: null,
  relays: { UDP: null, TCP: null, TLS: null }, path: null, kbps: null, connectionDone: false,
};
