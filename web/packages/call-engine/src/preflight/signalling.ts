import { decode, encode } from "@consilium/protocol";
import { Scope } from "../core/scope";
import { within } from "../core/within";
import type { SocketPort } from "../signalling/session";
import type { SignallingResult } from "./results";

export interface SignallingOptions {
  url: string;
  ticket: () => Promise<string>;
  socket?: ((url: string) => SocketPort) | undefined;
  now?: () => number;
}

const WITHIN = 6_000;
const PINGS = 3;

/** A real greeting on a real socket, and how long it takes to be answered. Many proxies let pages through and sockets not. */
export async function checkSignalling(scope: Scope, options: SignallingOptions): Promise<SignallingResult> {
  let ticket: string;
  try {
    ticket = await within(WITHIN, options.ticket());
  } catch {
    return { code: "REFUSED", rttMs: null };
  }
  if (scope.closed) return { code: "BLOCKED", rttMs: null };
  return new Promise((resolve) => {
    const talk = new Talk(options, ticket, (result) => {
      resolve(result);
      own.close();
    });
    const own = scope.child();
    own.onClose(() => {
      talk.end();
      resolve({ code: "BLOCKED", rttMs: null });
    });
    own.after(WITHIN, () => talk.finish("BLOCKED"));
    talk.begin();
  });
}

class Talk {
  private socket: SocketPort | null = null;
  private askedAt = 0;
  private readonly times: number[] = [];
  private welcomed = false;

  constructor(
    private readonly options: SignallingOptions,
    private readonly ticket: string,
    private readonly onResult: (result: SignallingResult) => void,
  ) {}

  begin(): void {
    try {
      this.socket = (this.options.socket ?? ((url) => new WebSocket(url) as unknown as SocketPort))(this.options.url);
    } catch {
      return this.finish("BLOCKED");
    }
    this.socket.onopen = () => this.socket?.send(encode("hello", { versions: [1], ticket: this.ticket, client: { name: "web-check", version: "1" } }));
    this.socket.onclose = () => this.finish(this.welcomed ? "BLOCKED" : "REFUSED");
    this.socket.onmessage = (event) => this.heard(event.data);
  }

  /** With what was measured so far, when it is over early. */
  finish(code: SignallingResult["code"]): void {
    const known = [...this.times].sort((a, b) => a - b);
    const rttMs = known.length > 0 ? Math.round(known[Math.floor(known.length / 2)] ?? 0) : null;
    this.onResult({ code: code === "BLOCKED" && rttMs !== null ? "WORKS" : code, rttMs });
  }

  end(): void {
    const { socket } = this;
    this.socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(1000);
  }

  private heard(text: string): void {
    const frame = decode(text);
    if (frame?.type === "welcome") {
      this.welcomed = true;
      this.ask();
    } else if (frame?.type === "pong") {
      this.times.push(this.now() - this.askedAt);
      if (this.times.length < PINGS) this.ask();
      else this.finish("WORKS");
    }
  }

  private ask(): void {
    this.askedAt = this.now();
    this.socket?.send(encode("ping", {}));
  }

  private now(): number {
    return (this.options.now ?? (() => performance.now()))();
  }
}
