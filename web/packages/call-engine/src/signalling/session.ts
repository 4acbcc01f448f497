import {
  decode, encode, isNumbered, MalformedFrame,
  type ClientBodies, type ClientType, type ServerFrame, type Welcome,
} from "@consilium/protocol";
import { heartbeat } from "../core/heartbeat";
import { Scope } from "../core/scope";
import { within } from "../core/within";
import { Backoff } from "./backoff";
import { ReplayBuffer } from "./replay-buffer";

/** A WebSocket as far as we use it; tests bring their own. */
export interface SocketPort {
  readonly readyState: number;
  onopen: (() => void) | null;
  onmessage: ((event: { data: string }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

export type ConnectionState = "connecting" | "online" | "reconnecting" | "closed";

export interface SessionOptions {
  url: string;
  /** A fresh single-use ticket for every connection; the signal says that nobody waits for it any more. */
  ticket: (signal: AbortSignal) => Promise<string>;
  onFrame: (frame: ServerFrame) => void;
  onWelcome: (welcome: Welcome) => void;
  onState: (state: ConnectionState) => void;
  /** The server said that there is nothing to come back to. */
  onClosed: (code: number) => void;
  socket?: (url: string) => SocketPort;
  now?: () => number;
  random?: (() => number) | undefined;
}

/** 4400 is final as well, unless the connection had worked for a while: then a new session, which resumes nothing, may do better. */
const FINAL_CODES: ReadonlySet<number> = new Set([4400, 4403, 4409, 4410]);
const OPEN = 1;
const FIRST_TICKET_WITHIN = 10_000;
/**
 * On a dead network packets are said again ever more rarely, so a fresh request finds one that came back sooner than an old
 * one does. Every third is patient, for networks that are slow.
 */
const TICKETS_WITHIN = [3_000, 3_000, 8_000];
const WELCOME_WITHIN = 10_000;
/** A connection that held this long was a good one: the next attempt comes quickly again. */
const STEADY = 5_000;
/** How long a socket under suspicion may take to answer a ping. */
const PROBE = 5_000;
/** After so long without an answer the server is asked another way, too. */
const DOUBT = 500;
/** The least that a socket gets to answer after the other way did. */
const FAIR = 300;

/** A signalling session: outlives its sockets, replays what got lost, and never delivers a frame twice. */
export class Session {
  private readonly scope = new Scope();
  private readonly backoff: Backoff;
  private readonly unacknowledged = new ReplayBuffer();
  private socket: SocketPort | null = null;
  private connection = new Scope();
  private id: string | null = null;
  private sent = 0;
  private received = 0;
  private acknowledged = 0;
  private acknowledging = false;
  private probing = false;
  private welcomed = false;
  private steady = false;
  private everWelcomed = false;
  private heardAt = 0;
  private requests = 0;
  private waking: (() => void) | null = null;
  private timeouts = 0;
  /** A ticket that is there before the connection it will be used for. */
  private spare: string | null = null;

  constructor(private readonly options: SessionOptions) {
    this.backoff = new Backoff(options.random);
  }

  start(): void {
    if (this.scope.closed) return;
    if (typeof window !== "undefined") {
      this.scope.listen(window, "online", () => this.wake());
      this.scope.listen(window, "pageshow", () => this.wake());
      this.scope.listen(document, "visibilitychange", () => { if (!document.hidden) this.wake(); });
    }
    void this.connect();
  }

  /** Numbers and keeps the frame until the server has it; sends it now when there is a connection. */
  send<T extends ClientType>(type: T, body: ClientBodies[T], withId = false): string | undefined {
    if (this.scope.closed) return undefined;
    const id = withId ? `c-${++this.requests}` : undefined;
    if (!isNumbered(type)) {
      if (this.welcomed) this.say(encode(type, body, { ack: this.received, ...(id ? { id } : {}) }));
      return id;
    }
    const seq = ++this.sent;
    const text = encode(type, body, { seq, ...(id ? { id } : {}) });
    this.unacknowledged.keep(seq, text);
    if (this.welcomed) this.say(text);
    return id;
  }

  /** Something makes us doubt the connection: it must answer soon, or it is given up without waiting for the heartbeat. */
  probe(): void {
    if (!this.welcomed || this.probing) return;
    this.probing = true;
    const asked = this.now();
    this.send("ping", {});
    this.connection.after(DOUBT, () => { if (this.heardAt < asked) void this.secondOpinion(asked); });
    this.connection.after(PROBE, () => {
      this.probing = false;
      if (this.heardAt < asked) this.abandon();
    });
  }

  close(): void {
    if (this.scope.closed) return;
    this.scope.close();
    this.connection.close();
    this.socket?.close(1000);
    this.socket = null;
    this.options.onState("closed");
  }

  /**
   * A ticket that comes while the socket still says nothing proves that the network works and the socket does not: so it is
   * after a change of address, when nothing that is sent the old way gets through and nobody says so.
   */
  private async secondOpinion(asked: number): Promise<void> {
    const { connection } = this;
    const began = this.now();
    const ticket = await this.ticket(PROBE).catch(() => null);
    if (ticket === null || connection.closed) return;
    // As long again: on a slow way the answer may be just behind.
    connection.after(Math.max(FAIR, this.now() - began), () => {
      if (this.heardAt >= asked) return;
      this.spare = ticket;
      this.abandon();
      this.waking?.();
    });
  }

  private async connect(): Promise<void> {
    this.options.onState(this.everWelcomed ? "reconnecting" : "connecting");
    const began = this.now();
    const limit = this.everWelcomed ? (TICKETS_WITHIN[this.timeouts % TICKETS_WITHIN.length] ?? 0) : FIRST_TICKET_WITHIN;
    try {
      const ticket = this.spare ?? (await this.ticket(limit));
      this.spare = null;
      this.timeouts = 0;
      if (!this.scope.closed) this.open(ticket);
    } catch (refusal) {
      if (this.scope.closed) return;
      if (isFinal(refusal)) return this.finish(4403);
      if (this.now() - began >= limit) {
        // Nobody heard it, so nobody needs to be spared.
        this.timeouts++;
        this.backoff.reset();
      }
      this.retry();
    }
  }

  private ticket(limit: number): Promise<string> {
    const patience = new AbortController();
    return within(limit, this.options.ticket(patience.signal)).finally(() => patience.abort());
  }

  private open(ticket: string): void {
    const make = this.options.socket ?? ((url) => new WebSocket(url) as unknown as SocketPort);
    const socket = make(this.options.url);
    this.socket = socket;
    this.connection = new Scope();
    this.heardAt = this.now();
    if (this.unacknowledged.overflown) this.id = null;
    socket.onopen = () => {
      const resume = this.id ? { resume: { session: this.id, lastSeq: this.received } } : {};
      const client = { name: "web", version: "1" };
      socket.send(encode("hello", { versions: [1], ticket, client, ...resume }));
    };
    socket.onmessage = (event) => { if (this.socket === socket) this.receive(event.data); };
    socket.onclose = (event) => { if (this.socket === socket) this.lost(event.code); };
    this.connection.after(WELCOME_WITHIN, () => { if (!this.welcomed) this.abandon(); });
  }

  /** A socket that is about to close takes nothing any more; what must arrive is said again by the next one. */
  private say(text: string): void {
    if (this.socket?.readyState === OPEN) this.socket.send(text);
  }

  private receive(text: string): void {
    this.heardAt = this.now();
    let frame: ServerFrame | null;
    try {
      frame = decode(text);
    } catch (malformed) {
      if (malformed instanceof MalformedFrame) return this.distrust();
      throw malformed;
    }
    if (frame?.ack) this.unacknowledged.acknowledged(frame.ack);
    if (frame?.type === "welcome") return this.welcome(frame.body);
    const seq = frame?.seq ?? seqOf(text);
    if (seq) {
      if (seq <= this.received) return;
      if (seq !== this.received + 1) return this.distrust();
      this.received = seq;
      this.acknowledgeSoon();
    }
    if (frame) this.options.onFrame(frame);
  }

  private welcome(welcome: Welcome): void {
    this.welcomed = true;
    this.everWelcomed = true;
    this.connection.after(STEADY, () => {
      this.steady = true;
      this.backoff.reset();
    });
    if (welcome.resumed) {
      this.unacknowledged.acknowledged(welcome.lastSeq);
    } else {
      // A new session counts from the beginning; what was meant for the old one is told by the snapshot instead.
      this.id = welcome.session;
      this.sent = 0;
      this.received = 0;
      this.acknowledged = 0;
      this.unacknowledged.clear();
    }
    for (const text of this.unacknowledged.all()) this.say(text);
    heartbeat(this.connection, welcome.heartbeat.interval, () => this.send("ping", {}));
    this.listenFor(welcome.heartbeat.timeout);
    this.options.onState("online");
    this.options.onWelcome(welcome);
  }

  /** Looks exactly when the silence would have lasted too long. */
  private listenFor(timeout: number): void {
    const left = timeout - (this.now() - this.heardAt);
    if (left <= 0) this.abandon();
    else this.connection.after(left, () => this.listenFor(timeout));
  }

  private acknowledgeSoon(): void {
    if (this.acknowledging) return;
    this.acknowledging = true;
    this.connection.after(50, () => {
      this.acknowledging = false;
      if (this.acknowledged === this.received || !this.welcomed) return;
      this.acknowledged = this.received;
      this.send("ack", {});
    });
  }

  /** What came makes no sense in this session: the next connection begins a new one. */
  private distrust(): void {
    this.id = null;
    this.abandon();
  }

  /** A socket that says nothing still reads OPEN: it is given up without waiting for its close. */
  private abandon(): void {
    const dead = this.socket;
    this.socket = null;
    if (dead && dead.readyState <= OPEN) dead.close();
    this.lost(1006);
  }

  private lost(code: number): void {
    const worked = this.steady;
    this.connection.close();
    this.socket = null;
    this.welcomed = false;
    this.steady = false;
    this.acknowledging = false;
    this.probing = false;
    this.acknowledged = this.received;
    if (this.scope.closed) return;
    if (code === 4400) this.id = null;
    if (FINAL_CODES.has(code) && !(code === 4400 && worked)) this.finish(code);
    else this.retry();
  }

  private retry(): void {
    this.options.onState(this.everWelcomed ? "reconnecting" : "connecting");
    const go = () => {
      this.waking = null;
      void this.connect();
    };
    const cancel = this.scope.after(this.backoff.next(), go);
    this.waking = () => { cancel(); go(); };
  }

  private wake(): void {
    this.backoff.reset();
    this.waking?.();
    this.probe();
  }

  private finish(code: number): void {
    this.scope.close();
    this.options.onState("closed");
    this.options.onClosed(code);
  }

  private now(): number {
    return (this.options.now ?? (() => performance.now()))();
  }
}

/** Even a frame we do not understand is numbered. */
function seqOf(text: string): number {
  const value = (JSON.parse(text) as { seq?: unknown }).seq;
  return typeof value === "number" ? value : 0;
}

/** A refusal that trying again cannot change; whoever gets tickets marks it. */
function isFinal(refusal: unknown): boolean {
  return typeof refusal === "object" && refusal !== null && (refusal as { final?: boolean }).final === true;
}
