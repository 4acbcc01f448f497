import type { CallSnapshot, ServerFrame } from "@consilium/protocol";
import type { TransportOptions } from "./transport";

interface Known { generation: number; said: "up" | "lost" | null }

/**
 * What is said of each peer's link where a provider's room carries it: up while both are in the room and the way there holds,
 * under the generation that `rtc.peer` named last.
 */
export class RoomLinks {
  private readonly known = new Map<string, Known>();
  private readonly inRoom = new Set<string>();
  private holds = true;

  constructor(private readonly options: Pick<TransportOptions, "session" | "onLink">) {}

  /** A new session: generations begin anew, whoever is in the room stays there. */
  greeted({ peers }: CallSnapshot): void {
    this.known.clear();
    for (const { peer, generation } of peers) this.opened(peer, generation);
  }

  handle(frame: ServerFrame): void {
    if (frame.type === "rtc.peer") this.opened(frame.body.peer, frame.body.generation);
  }

  came(person: string): void {
    this.inRoom.add(person);
    this.tell(person);
  }

  went(person: string): void {
    this.inRoom.delete(person);
    this.tell(person);
  }

  /** The way to the room broke, or holds again. */
  way(holds: boolean): void {
    if (this.holds === holds) return;
    this.holds = holds;
    for (const person of this.known.keys()) this.tell(person);
    if (!holds) this.options.session.probe();
  }

  /** We are not in the room any more. */
  leave(): void {
    for (const person of [...this.inRoom]) this.went(person);
    this.holds = true;
  }

  /** Whom there is a call with. */
  get people(): string[] {
    return [...this.known.keys()];
  }

  get together(): string[] {
    return [...this.inRoom];
  }

  generationOf(person: string): number | null {
    return this.known.get(person)?.generation ?? null;
  }

  private opened(person: string, generation: number): void {
    const known = this.known.get(person);
    if (known && known.generation >= generation) return;
    this.known.set(person, { generation, said: null });
    if (!this.isUp(person)) this.options.onLink("negotiating");
    this.tell(person);
  }

  private isUp(person: string): boolean {
    return this.holds && this.inRoom.has(person);
  }

  private tell(person: string): void {
    const known = this.known.get(person);
    const state = this.isUp(person) ? "up" : "lost";
    if (!known || known.said === state || (known.said === null && state === "lost")) return;
    known.said = state;
    this.options.session.send("media.link", { peer: person, generation: known.generation, state });
    this.options.onLink(state);
  }
}
