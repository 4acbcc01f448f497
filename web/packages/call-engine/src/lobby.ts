import type { ConsultationState, DeclineReason, IncomingRing, LobbySnapshot, ServerFrame, Welcome } from "@consilium/protocol";
import { clockOffset } from "./core/server-clock";
import { Store } from "./core/store";
import { Session, type ConnectionState, type SocketPort } from "./signalling/session";

export interface LobbyState {
  connection: ConnectionState;
  rings: IncomingRing[];
  /** A ring that nobody answered, until it is looked at. */
  missed: IncomingRing[];
  consultations: Record<string, ConsultationState>;
  /** Messages that are not read; null: the server has not said so yet. */
  unread: number | null;
  clockOffset: number;
}

export interface LobbyOptions {
  url: string;
  ticket: (signal: AbortSignal) => Promise<string>;
  onSignedOut: () => void;
  socket?: (url: string) => SocketPort;
}

/** Signalling for every page of the app: rings, and consultations that change. */
export class Lobby {
  readonly store = new Store<LobbyState>({
    connection: "connecting", rings: [], missed: [], consultations: {}, unread: null, clockOffset: 0,
  });
  private readonly session: Session;

  constructor(options: LobbyOptions) {
    this.session = new Session({
      url: options.url,
      ticket: options.ticket,
      onFrame: (frame) => this.handle(frame),
      onWelcome: (welcome) => this.welcome(welcome),
      onState: (connection) => this.store.update((state) => ({ ...state, connection })),
      onClosed: (code) => { if (code === 4403) options.onSignedOut(); },
      ...(options.socket ? { socket: options.socket } : {}),
    });
    this.session.start();
  }

  accept(consultation: string): void {
    this.session.send("ring.accept", { consultation }, true);
    this.silence(consultation);
  }

  decline(consultation: string, why: DeclineReason, note?: string): void {
    this.session.send("ring.decline", { consultation, why, ...(note ? { note } : {}) }, true);
    this.silence(consultation);
  }

  dismissMissed(): void {
    this.store.update((state) => ({ ...state, missed: [] }));
  }

  close(): void {
    this.session.close();
  }

  private silence(consultation: string): void {
    this.store.update((state) => ({
      ...state, rings: state.rings.filter((ring) => ring.consultation !== consultation),
    }));
  }

  private welcome(welcome: Welcome): void {
    const clockOffset = Date.parse(welcome.serverTime) - Date.now();
    const snapshot = welcome.snapshot as LobbySnapshot | null;
    this.store.update((state) => ({
      ...state,
      clockOffset,
      ...(snapshot
        ? {
            rings: snapshot.rings,
            consultations: Object.fromEntries(snapshot.consultations.map((one) => [one.consultation, one])),
          }
        : {}),
    }));
  }

  private handle(frame: ServerFrame): void {
    this.store.update((state) => reduceLobby(state, frame));
  }
}

export function reduceLobby(state: LobbyState, frame: ServerFrame): LobbyState {
  switch (frame.type) {
    case "ring.incoming": {
      const others = state.rings.filter((ring) => ring.consultation !== frame.body.consultation);
      return { ...state, rings: [...others, frame.body] };
    }
    case "ring.stop": {
      const stopped = state.rings.filter((ring) => ring.consultation === frame.body.consultation);
      const missed = frame.body.reason === "missed" ? [...state.missed, ...stopped] : state.missed;
      return { ...state, missed, rings: state.rings.filter((ring) => !stopped.includes(ring)) };
    }
    case "state": {
      const known = state.consultations[frame.body.consultation];
      if (known && known.version > frame.body.version) return state;
      return { ...state, consultations: { ...state.consultations, [frame.body.consultation]: frame.body } };
    }
    case "messages":
      return { ...state, unread: frame.body.unread };
    case "pong": {
      const offset = clockOffset(state.clockOffset, frame.body.serverTime);
      return offset === state.clockOffset ? state : { ...state, clockOffset: offset };
    }
    default:
      return state;
  }
}
