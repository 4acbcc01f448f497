export { Call } from "./call";
export type { CallOptions } from "./call-options";
export type { CallSnapshotState, ChatEntry, LinkState, RemoteMedia, Seat } from "./call-state";
export { ROOM_PROBLEMS, type Abilities, type RoomProblem } from "./providers/abilities";
export type { Entry } from "./providers/transport";
export { randomKey } from "./core/random-key";
export { Store } from "./core/store";
export { Lobby, type LobbyOptions, type LobbyState } from "./lobby";
export { meter } from "./media/level-meter";
export { LocalMedia, type DeviceKind, type LocalMediaState } from "./media/local-media";
export { MEDIA_PROBLEMS, type MediaProblem } from "./media/problems";
export { Preflight, type PreflightState } from "./preflight/preflight";
export { canRecord, record } from "./preflight/recording";
export { recordingFormat } from "./recording/formats";
export { openUploads } from "./recording/open-uploads";
export type { Segment } from "./recording/segment";
export { ASKED, SPOOL } from "./recording/spool-name";
export type { Outcome, UploadPort } from "./recording/uploader";
export type { Received } from "./recording/received";
export type { Uploads } from "./recording/uploads";
export { TRANSPORTS, type Results, type Transport } from "./preflight/results";
export { FINDINGS, type Finding, type Light, type Verdict as CheckVerdict } from "./preflight/verdict";
export type { Cause, Direction, Verdict, Whose } from "./quality/attribution";
export { mos } from "./quality/mos";
export type { SafetyCode } from "./privacy/safety-code-of";
export type { Sending } from "./quality/adaptive-sender";
export type { RungName } from "./quality/rungs";
export type { Quality } from "./quality/sampler";
export type { ConnectionState } from "./signalling/session";
export type {
  ChatMessage, ConsultationState, DeclineReason, EndReason, IceServers, IncomingRing, Participant, Phase, Receive,
  RecordingState, RecordingTrouble, RingState, Role, Sight, Who,
} from "@consilium/protocol";
