/** The frames of signalling protocol v1 (docs/protocol.md): what the page may say and what the server may say. */

export type Role = "PATIENT" | "DOCTOR" | "ADMIN" | "GUEST";
export interface Who { id: string; name: string; role: Role }

export type Phase = "SCHEDULED" | "OPEN" | "WAITING" | "LIVE" | "INTERRUPTED" | "ENDED";
export type EndReason =
  | "COMPLETED" | "SLOT_ELAPSED" | "DOCTOR_NO_SHOW" | "PATIENT_NO_SHOW"
  | "CANCELLED_BY_PATIENT" | "CANCELLED_BY_DOCTOR" | "CANCELLED_BY_CLINIC" | "NEVER_CONNECTED";

/** How much of the others' pictures somebody wants: as good as it gets, as few bytes as possible, none. */
export type Receive = "full" | "low" | "sound";
/** `paused`: the camera is on, but the way is too narrow for its picture. */
export interface MediaState { microphone: boolean; camera: boolean; screen: boolean; paused?: boolean; receive?: Receive; stay?: string | null }
export interface Participant { id: string; name: string; role: Role; present: boolean; media: MediaState }

/** A consultation as the server sees it; `version` orders these. Instants are ISO-8601 in UTC. */
export interface ConsultationState {
  consultation: string; appointment: string; version: number; phase: Phase;
  present: string[]; absent: string | null;
  opensAt: string; startsAt: string; endsAt: string;
  noShowAt: string | null; graceEndsAt: string | null; firstLiveAt: string | null;
  endedAt: string | null; endReason: EndReason | null;
  extension: { used: number; available: number };
}

export interface IncomingRing {
  consultation: string;
  appointment: { id: string; start: string; end: string; reason: string };
  from: Who;
  since: string;
}
export type RingProgress = "ringing" | "accepted" | "declined" | "busy" | "unreachable" | "missed" | "cancelled";
export type DeclineReason = "IN_5_MINUTES" | "PLEASE_REBOOK" | "NOT_NOW";
export interface RingState { consultation: string; state: RingProgress; why: DeclineReason | null; note: string | null }

export interface IceServers {
  servers: { urls: string[]; username: string | null; credential: string | null }[];
  expiresAt: string | null;
}
export interface RtcPeer { peer: string; generation: number; polite: boolean; offers: boolean }
export interface Description { type: RTCSdpType; sdp: string }
export interface Candidate {
  candidate: string; sdpMid: string | null; sdpMLineIndex: number | null; usernameFragment: string | null;
}

export interface Attachment { id: string; name: string; type: string; size: number }
export interface ChatMessage {
  id: string; key: string; from: Who; text: string; attachment: Attachment | null; sentAt: string;
}

export interface LobbySnapshot { rings: IncomingRing[]; consultations: ConsultationState[] }
export interface CallSnapshot {
  state: ConsultationState; participants: Participant[]; peers: RtcPeer[]; ring: RingState | null;
  iceServers: IceServers; seated: boolean; seatTaken: boolean;
  /** Whether the doctor may ask to record, what becomes of recordings, how the latest one stands. Older servers say nothing of it. */
  recordable?: boolean; recordingRules?: RecordingRules; recording?: RecordingState | null;
}
export interface Welcome {
  version: number; session: string; resumed: boolean; lastSeq: number;
  heartbeat: { interval: number; timeout: number }; grace: number; serverTime: string;
  scope: "lobby" | "call"; you: Who; snapshot: LobbySnapshot | CallSnapshot | null;
}
export interface ProblemBody {
  code: string; category: string; message: string; retryable: boolean; retryAfter: number | null;
}
export type RecordingPhase = "ASKED" | "RECORDING" | "PAUSED" | "STOPPED" | "DELETED";
export type RecordingAnswer = "PENDING" | "AGREED" | "DECLINED" | "WITHDRAWN";
export type RecordingReason = "JOINED" | "LEFT" | "NO_RECORDER" | "WITHDRAWN" | "DECLINED" | "STOPPED" | "STORAGE_FULL" | "STORAGE_AWAY" | "SERVICE_FAILED" | "ENDED";
/**
 * What becomes of the earlier part when somebody takes their consent back, how long recordings are kept, and which service makes
 * them; null: a page of those who are there.
 */
export interface RecordingRules {
  onWithdrawal: "keep" | "delete"; keptDays: number; service: string | null;
  /** Where recordings are kept: on the clinic's own server, or in an object store it has chosen. Older servers do not say. */
  place?: "server" | "bucket";
}
export interface RecordingState extends RecordingRules {
  recording: string; phase: RecordingPhase;
  /** Whose page records. */
  recorder: string | null;
  answers: { participant: string; answer: RecordingAnswer }[];
  startedAt: string | null;
  /** Why it does not record now. */
  reason: RecordingReason | null;
  /** The version of the text that people read before they answer. */
  wording: string;
}
/** What may be wrong with what is being recorded, or with its way to the server. */
export type RecordingTrouble = "SILENT" | "OWN_VOICE" | "OTHER_VOICE" | "BLACK" | "FROZEN" | "STALLED" | "FULL" | "SLOW" | "REFUSED";

/**
 * What one side sees of its connection during the last seconds. Shares are 0 to 1, times ms, rates bit/s; null: not known.
 * "Up" is what this side sends. `signalling…`: how the server answers this side. `cause`, `side`, `direction`: its verdict.
 */
export interface Sight {
  score: number | null;
  rtt: number | null; jitter: number | null; jitterBuffer: number | null;
  lossUp: number | null; lossDown: number | null;
  bitrateUp: number | null; bitrateDown: number | null; availableUp: number | null;
  concealed: number | null; dropped: number | null; frozen: number | null;
  width: number | null; height: number | null; fps: number | null;
  encoding: number | null; decoding: number | null; limitation: string | null;
  candidateType: string | null; protocol: string | null;
  signallingRtt: number | null; signallingJitter: number | null; signallingLate: number | null;
  cause: string | null; side: string | null; direction: string | null;
}
export interface QualityReport { peer: string; generation: number; sight: Sight }

/** Body by type, for everything the server sends. */
export interface ServerBodies {
  welcome: Welcome;
  pong: { serverTime: string };
  ack: Record<string, never>;
  "ring.incoming": IncomingRing;
  "ring.state": RingState;
  "ring.stop": { consultation: string; reason: string };
  state: ConsultationState;
  messages: { unread: number };
  "slot.warning": { consultation: string; minutesLeft: number; endsAt: string };
  "participant.joined": { participant: Participant };
  "participant.updated": { participant: Participant };
  "participant.left": { participant: Participant };
  "rtc.peer": RtcPeer;
  "rtc.description": { from: string; generation: number; description: Description };
  "rtc.candidates": { from: string; generation: number; candidates: Candidate[]; complete: boolean };
  "ice.servers": IceServers;
  "chat.message": { message: ChatMessage };
  "chat.delivered": { by: string; upTo: string; state: "delivered" | "read" };
  "chat.typing": { from: string; typing: boolean };
  "quality.peer": { from: string; score: number; sight: Sight | null };
  "recording.state": RecordingState;
  /** `openedAt`: the server's time; not every server says it. */
  "recording.take": { recording: string; take: number; openedAt?: string };
  /** `trouble`: null when it is over. */
  "recording.health": { from: string; recording: string; trouble: RecordingTrouble | null; since: string };
  bye: { reason: string; action: "DISCONNECT" | "RESUME" | "RECONNECT" };
  problem: ProblemBody;
}

/** Body by type, for everything the page sends. */
export interface ClientBodies {
  hello: {
    versions: number[]; ticket: string; client: { name: string; version: string };
    resume?: { session: string; lastSeq: number };
  };
  ping: Record<string, never>;
  ack: Record<string, never>;
  ring: Record<string, never>;
  "ring.cancel": Record<string, never>;
  "ring.accept": { consultation: string };
  "ring.decline": { consultation: string; why: DeclineReason; note?: string };
  join: { takeover?: boolean };
  leave: Record<string, never>;
  "media.state": MediaState;
  "media.link": { peer: string; generation: number; state: "up" | "lost" };
  "rtc.description": { to: string; generation: number; description: Description };
  "rtc.candidates": { to: string; generation: number; candidates: Candidate[]; complete: boolean };
  "rtc.reset": { to: string; generation: number };
  "ice.refresh": Record<string, never>;
  "chat.send": { key: string; text?: string; attachment?: string };
  "chat.read": { upTo: string };
  "chat.typing": { typing: boolean };
  "quality.report": QualityReport;
  /** ms; `setUp`: from both being here to the first picture or sound; `reconnect`: from a broken connection to one that works. */
  "quality.timing": { what: "setUp" | "reconnect"; millis: number };
  "recording.request": { wording: string; locale: string; text?: string };
  /** For oneself; no after yes takes the consent back. */
  "recording.answer": { recording: string; agreed: boolean; wording: string; locale: string; text?: string };
  "recording.stop": { recording: string };
  /** Begins one unbroken run of one recorder. */
  /** Whether this page can record. */
  "recording.able": { recording: string; able: boolean };
  "recording.take": { recording: string; mimeType: string };
  /** `trouble`: null when it is over. */
  "recording.health": { recording: string; trouble: RecordingTrouble | null; since: string };
}

export type ServerType = keyof ServerBodies;
export type ClientType = keyof ClientBodies;

interface Numbering { seq?: number; ack?: number; id?: string; re?: string }
export type ServerFrame = { [T in ServerType]: { type: T; body: ServerBodies[T] } & Numbering }[ServerType];
export type ClientFrame = { [T in ClientType]: { type: T; body: ClientBodies[T] } & Numbering }[ClientType];
