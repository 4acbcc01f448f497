import { decode, type ServerFrame } from "@consilium/protocol";
import type { SocketPort } from "../src/signalling/session";

export interface Sent { type: string; seq?: number; ack?: number; id?: string; body: Record<string, unknown> }

/** One socket whose other end the test holds. */
export class FakeSocket implements SocketPort {
  readyState = 1;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: Sent[] = [];

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Sent);
  }

  close(): void {
    this.readyState = 3;
  }

  /** The server says something. */
  says(type: ServerFrame["type"], body: unknown, numbering: { seq?: number; ack?: number; re?: string } = {}): void {
    const text = JSON.stringify({ type, ...numbering, body });
    if (!decode(text)) throw new Error(`not a frame: ${text}`);
    this.onmessage?.({ data: text });
  }

  welcomes(more: Record<string, unknown> = {}): void {
    this.says("welcome", {
      version: 1, session: "s-1", resumed: false, lastSeq: 0, heartbeat: { interval: 10_000, timeout: 20_000 }, grace: 60_000,
      serverTime: "2030-01-07T10:00:00Z", scope: "lobby", you: { id: "u", name: "U", role: "DOCTOR" },
      snapshot: { rings: [], consultations: [] }, ...more,
    });
  }

  breaks(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  types(): string[] {
    return this.sent.map((frame) => frame.type);
  }
}
