import type {
  CallSnapshot, ChatMessage, ConsultationState, Participant, Receive, RecordingRules, RecordingState, RecordingTrouble, RingState, ServerFrame,
} from "@consilium/protocol";
import { BUILTIN, type Abilities, type RoomProblem } from "./providers/abilities";
import type { Sending } from "./quality/adaptive-sender";
import type { Quality } from "./quality/sampler";
import type { ConnectionState } from "./signalling/session";

export type LinkState = "idle" | "negotiating" | "up" | "reconnecting";
export type Seat = "none" | "mine" | "elsewhere";

/** A message that is on its way has no `id` of the server's yet. */
export interface ChatEntry extends ChatMessage { delivery: "sending" | "sent" | "read" | "failed"; mine: boolean }

export interface RemoteMedia { audio: MediaStream | null; camera: MediaStream | null; screen: MediaStream | null }

export interface CallSnapshotState {
  connection: ConnectionState;
  closed: "ended" | "moved" | "refused" | "left" | null;
  me: string | null;
  seat: Seat;
  consultation: ConsultationState | null;
  ring: RingState | null;
  incoming: boolean;
  participants: Participant[];
  remote: Record<string, RemoteMedia>;
  link: LinkState;
  /** What can be had of whoever carries the call. */
  abilities: Abilities;
  /** Why the provider's room cannot be entered, or was left. */
  roomProblem: RoomProblem | null;
  /** How the provider's room names this page; null while it is in none, or the provider tells who is who. */
  stay: string | null;
  chat: ChatEntry[];
  unread: number;
  typing: string[];
  /** Null before the first look, and while the connection is made again. */
  quality: Quality | null;
  /** How much of the others' pictures this person wants. */
  receive: Receive;
  /** What the way lets us send; null before anything was sent. */
  sending: Sending | null;
  warning: { minutesLeft: number; endsAt: string } | null;
  /** The latest recording, also one that is over; whether one may be asked for; what is wrong with it. */
  recording: RecordingState | null;
  recordable: boolean;
  /** What the clinic does with every recording; null: it does not say. */
  recordingRules: RecordingRules | null;
  recordingTrouble: RecordingTrouble | null;
  /** Server time minus this page's time, in ms. */
  clockOffset: number;
  problem: { code: string; message: string } | null;
}

export const EMPTY: CallSnapshotState = {
  connection: "connecting", closed: null, me: null, seat: "none", consultation: null, ring: null, incoming: false,
  participants: [], remote: {}, link: "idle", abilities: BUILTIN, roomProblem: null, stay: null,
  chat: [], unread: 0, typing: [], quality: null, receive: "full", sending: null,
  warning: null, recording: null, recordable: false, recordingRules: null, recordingTrouble: null, clockOffset: 0, problem: null,
};

export function withSnapshot(state: CallSnapshotState, snapshot: CallSnapshot, me: string): CallSnapshotState {
  return {
    ...state,
    me,
    consultation: newest(state.consultation, snapshot.state),
    participants: snapshot.participants,
    ring: snapshot.ring,
    seat: snapshot.seated ? "mine" : snapshot.seatTaken ? "elsewhere" : state.seat,
    typing: [],
    closed: null,
  };
}

/** What a frame changes. Frames of other modules' concern change nothing here. */
export function reduce(state: CallSnapshotState, frame: ServerFrame): CallSnapshotState {
  switch (frame.type) {
    case "state":
      return { ...state, consultation: newest(state.consultation, frame.body) };
    case "ring.state":
      return { ...state, ring: frame.body };
    case "ring.incoming":
      return { ...state, incoming: true };
    case "ring.stop":
      return { ...state, incoming: false };
    case "participant.joined":
    case "participant.updated":
    case "participant.left":
      return { ...state, participants: replaced(state.participants, frame.body.participant) };
    case "chat.message":
      return withMessage(state, frame.body.message);
    case "chat.delivered":
      return frame.body.state === "read" && frame.body.by !== state.me ? withRead(state, frame.body.upTo) : state;
    case "chat.typing":
      return { ...state, typing: toggled(state.typing, frame.body.from, frame.body.typing) };
    case "slot.warning":
      return { ...state, warning: frame.body };
    case "recording.state":
      return { ...state, recording: frame.body };
    case "problem":
      // What nobody asked for by hand (media that was negotiated a moment too late, say) is nobody's concern.
      return frame.re ? { ...state, problem: { code: frame.body.code, message: frame.body.message } } : state;
    default:
      return state;
  }
}

export function withMessage(state: CallSnapshotState, message: ChatMessage): CallSnapshotState {
  const mine = message.from.id === state.me;
  const entry: ChatEntry = { ...message, mine, delivery: "sent" };
  const at = state.chat.findIndex((known) => known.key === message.key && known.from.id === message.from.id);
  if (at >= 0) {
    const delivery = state.chat[at]?.delivery === "read" ? "read" : "sent";
    return { ...state, chat: byTime(state.chat.with(at, { ...entry, delivery })) };
  }
  return {
    ...state,
    chat: byTime([...state.chat, entry]),
    unread: mine ? state.unread : state.unread + 1,
    typing: state.typing.filter((id) => id !== message.from.id),
  };
}

/** The server refused a message; it stays, so that it can be copied and sent again. */
export function withUndelivered(state: CallSnapshotState, key: string): CallSnapshotState {
  const chat = state.chat.map((entry): ChatEntry =>
    entry.key === key && entry.delivery === "sending" ? { ...entry, delivery: "failed" } : entry);
  return { ...state, chat };
}

/** Everything of ours up to that message was read. */
function withRead(state: CallSnapshotState, upTo: string): CallSnapshotState {
  const last = state.chat.findIndex((entry) => entry.id === upTo);
  const chat = state.chat.map((entry, at): ChatEntry =>
    entry.mine && entry.delivery === "sent" && at <= last ? { ...entry, delivery: "read" } : entry);
  return { ...state, chat };
}

/** Not by text: instants may have any number of decimals. */
function byTime(chat: ChatEntry[]): ChatEntry[] {
  return chat.sort((a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt));
}

/** A first connection is being made; whatever comes after one that was there is a reconnection to those who talk. */
export function withLink(state: CallSnapshotState, link: "negotiating" | "up" | "lost", joined: boolean): CallSnapshotState {
  if (link === "lost") return { ...state, link: "reconnecting" };
  const again = link === "negotiating" && joined && (state.link === "up" || state.link === "reconnecting");
  return { ...state, link: again ? "reconnecting" : link };
}

export function othersHere({ participants, me }: CallSnapshotState): boolean {
  return participants.some(({ id, present }) => id !== me && present);
}

/** What the server believes of a page that has told nothing. */
export const NOTHING_ON = JSON.stringify({ microphone: false, camera: false, screen: false, paused: false, receive: "full" });
/** What tells that somebody came, went, or wants another picture: from then on they get what we send, or do not. */
export const MOVES: ReadonlySet<string> = new Set(["state", "participant.joined", "participant.updated", "participant.left"]);

/**
 * Present, or dropped out a moment ago: whoever only stands by, has left or never came is not. The consultation's state comes
 * a moment before the frames about each participant.
 */
export function isHere({ participants, consultation }: CallSnapshotState, id: string): boolean {
  return consultation?.absent === id || consultation?.present.includes(id) === true
    || participants.some((participant) => participant.id === id && participant.present);
}

/** Whether somebody says that they send sound or a picture. */
export function expectsMedia({ participants, me }: CallSnapshotState): boolean {
  return participants.some(({ id, present, media }) => id !== me && present && (media.microphone || media.camera || media.screen));
}

/** How much of our picture that person wants. */
export function wishOf({ participants }: CallSnapshotState, person: string): Receive {
  return participants.find(({ id }) => id === person)?.media.receive ?? "full";
}

function newest(known: ConsultationState | null, next: ConsultationState): ConsultationState {
  return known && known.consultation === next.consultation && known.version > next.version ? known : next;
}

function replaced(all: Participant[], one: Participant): Participant[] {
  return all.some((p) => p.id === one.id) ? all.map((p) => (p.id === one.id ? one : p)) : [...all, one];
}

function toggled(all: string[], id: string, on: boolean): string[] {
  const rest = all.filter((other) => other !== id);
  return on ? [...rest, id] : rest;
}
