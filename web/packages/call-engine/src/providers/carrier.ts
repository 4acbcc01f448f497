import type { CallSnapshot, ServerFrame } from "@consilium/protocol";
import type { Scope } from "../core/scope";
import { BUILTIN, type Abilities } from "./abilities";
import { LateTransport } from "./late-transport";
import { PeerTransport } from "./peer-transport";
import type { Entry, Transport, TransportOptions } from "./transport";

/** Makes a provider's transport, whose file is fetched when it is needed. */
export type TransportMaker = (options: TransportOptions) => Transport;
export type TransportFiles = Partial<Record<string, () => Promise<TransportMaker>>>;

export interface CarrierOptions extends Omit<TransportOptions, "scope"> {
  scope: Scope;
  files: TransportFiles;
  /** Whether the person is in. */
  isIn: () => boolean;
  onAbilities: (abilities: Abilities) => void;
}

/**
 * Whoever carries the media of this call, as the server's entry says. The browsers themselves, until it says otherwise: nothing
 * of them goes out before the server has said that somebody else is there, which is after the entry.
 */
export class Carrier {
  private transport: Transport;
  private place: HTMLElement | null = null;
  private detach: () => void = () => undefined;

  constructor(private readonly options: CarrierOptions) {
    this.transport = new PeerTransport(this.fresh());
  }

  prepare(): Promise<void> {
    return this.transport.prepare();
  }

  admitted(entry: Entry): void {
    const provider = entry.provider ?? BUILTIN.provider;
    if (provider !== this.transport.abilities.provider) this.change(provider);
    else if (this.transport instanceof LateTransport) void this.fetch(this.transport);
    this.transport.admitted(entry);
  }

  greeted(snapshot: CallSnapshot): Promise<unknown> {
    return this.transport.greeted(snapshot);
  }

  resumed(): void {
    this.transport.resumed();
  }

  handle(frame: ServerFrame): void {
    this.transport.handle(frame);
  }

  start(): void {
    this.transport.start();
  }

  refresh(): void {
    this.transport.refresh();
  }

  retryPicture(): void {
    this.transport.retryPicture();
  }

  retryRoom(): void {
    this.transport.retryRoom();
  }

  ending(): void {
    this.transport.ending();
  }

  heard(): Promise<{ own: number; other: number }> {
    return this.transport.heard();
  }

  safetyCode(consultation: string): ReturnType<Transport["safetyCode"]> {
    return this.transport.safetyCode(consultation);
  }

  /** Where a provider may show its frame. */
  attach(place: HTMLElement): () => void {
    this.place = place;
    this.detach = this.transport.attach(place);
    return () => {
      if (this.place !== place) return;
      this.place = null;
      this.detach();
    };
  }

  close(): void {
    this.transport.close();
  }

  private change(provider: string): void {
    this.detach();
    this.transport.close();
    const late = provider === BUILTIN.provider ? null : new LateTransport(provider);
    this.become(late ?? new PeerTransport(this.fresh()));
    if (late) void this.fetch(late);
    else void this.prepare().catch(() => undefined);
  }

  private async fetch(late: LateTransport): Promise<void> {
    const { files, scope, onProblem } = this.options;
    const file = files[late.abilities.provider];
    if (!file) return onProblem("OUTDATED");
    const make = await file().catch(() => null);
    if (scope.closed || this.transport !== late) return;
    onProblem(make ? null : "NOT_LOADED");
    if (!make) return;
    const actual = make(this.fresh());
    this.become(actual);
    late.tellAll(actual);
    if (this.options.isIn()) actual.start();
    actual.refresh();
  }

  private become(transport: Transport): void {
    this.transport = transport;
    this.options.onAbilities(transport.abilities);
    if (this.place) this.detach = transport.attach(this.place);
  }

  private fresh(): TransportOptions {
    return { ...this.options, scope: this.options.scope.child() };
  }
}
