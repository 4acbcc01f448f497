import type { CallSnapshot, ServerFrame } from "@consilium/protocol";
import type { CallSnapshotState } from "./call-state";
import type { Store } from "./core/store";
import { within } from "./core/within";
import type { Session } from "./signalling/session";

export interface SeatOptions {
  store: Store<CallSnapshotState>;
  session: Pick<Session, "send">;
  /** The person is in, as far as this page knows: what they have switched on may be told and sent. */
  onTaken: () => void;
  /** A new session begins; the server may not remember what it was told. */
  onAgain: () => void;
  /** Another page of the same person is in. */
  onLost: () => void;
}

const OFFER_WITHIN = 1_000;

/** The one seat of this person in the call: asked for, asked for again by each new session, and lost to another page. */
export class Seat {
  /** Whether the person is in on this page, whatever the server knows of it. */
  isOurs = false;
  /** The request until the server has confirmed it. */
  private request: { id: string | undefined; takeover: boolean } | null = null;
  private greetings = 0;

  constructor(private readonly options: SeatOptions) {}

  /** `takeover`: also from another page of the same person. */
  take(takeover: boolean): void {
    this.isOurs = true;
    this.options.store.update((state) => ({ ...state, seat: "mine" }));
    this.ask(takeover);
  }

  /** A new session has no seat. While our offer is on its way, the other side can answer it before the server has written down that we came. */
  again(snapshot: CallSnapshot, offered: Promise<unknown>): void {
    const greeting = ++this.greetings;
    if (!this.isOurs) return;
    if (snapshot.peers.some(({ offers }) => offers)) void this.askAfter(offered, snapshot, greeting);
    else this.askAgain(snapshot);
  }

  handle(frame: ServerFrame): void {
    if (!frame.re || frame.re !== this.request?.id) return;
    this.request = null;
    if (frame.type === "problem" && frame.body.code === "ALREADY_IN_CALL") this.lose();
  }

  /** @returns whether there was one to leave */
  leave(): boolean {
    const was = this.isOurs;
    this.isOurs = false;
    return was;
  }

  private async askAfter(offered: Promise<unknown>, snapshot: CallSnapshot, greeting: number): Promise<void> {
    await within(OFFER_WITHIN, offered).catch(() => undefined);
    if (this.isOurs && greeting === this.greetings) this.askAgain(snapshot);
  }

  /** One that another page took meanwhile is not taken back unasked. */
  private askAgain(snapshot: CallSnapshot): void {
    const takeover = this.request?.takeover ?? false;
    this.options.onAgain();
    if (snapshot.seatTaken && !takeover) this.lose();
    else this.ask(takeover);
  }

  private ask(takeover: boolean): void {
    this.request = { id: this.options.session.send("join", takeover ? { takeover } : {}, true), takeover };
    this.options.onTaken();
  }

  private lose(): void {
    this.isOurs = false;
    this.request = null;
    this.options.store.update((state) => ({ ...state, seat: "elsewhere", problem: null }));
    this.options.onLost();
  }
}
