import type { ChatMessage, ServerFrame } from "@consilium/protocol";
import { withMessage, withUndelivered, type CallSnapshotState } from "./call-state";
import { randomKey } from "./core/random-key";
import type { Scope } from "./core/scope";
import type { Store } from "./core/store";
import type { Session } from "./signalling/session";

export interface ChatOptions { scope: Scope; store: Store<CallSnapshotState>; session: Pick<Session, "send"> }

type Attachment = ChatMessage["attachment"];

const TYPING_FOR = 6_000;

/** What is written during the call. A message stands there until the server has confirmed or refused it. */
export class Chat {
  private knowsHistory = false;
  /** Messages on their way, by request. */
  private readonly sending = new Map<string, string>();
  private readonly typists = new Map<string, () => void>();

  constructor(private readonly options: ChatOptions) {}

  /** Shows at once as on its way. */
  send(text: string, attachment: Attachment = null): void {
    const { store } = this.options;
    const { me, participants, clockOffset } = store.getSnapshot();
    const self = participants.find((participant) => participant.id === me);
    if (!self) return;
    const key = randomKey();
    const from = { id: self.id, name: self.name, role: self.role };
    const sentAt = new Date(Date.now() + clockOffset).toISOString();
    store.update((state) => ({
      ...state,
      chat: [...state.chat, { id: key, key, from, text, attachment, sentAt, mine: true, delivery: "sending" }],
    }));
    this.deliver({ key, text, attachment });
  }

  /** What the server refused is tried once more, under its old key, so that it can never stand there twice. */
  sendAgain(key: string): void {
    const { store } = this.options;
    const refused = store.getSnapshot().chat.find((entry) => entry.key === key && entry.mine && entry.delivery === "failed");
    if (!refused) return;
    store.update((state) => ({
      ...state,
      chat: state.chat.map((entry) => (entry === refused ? { ...entry, delivery: "sending" as const } : entry)),
    }));
    this.deliver(refused);
  }

  /** A new session knows nothing of what was on its way in the old one. */
  resend(): void {
    for (const entry of this.options.store.getSnapshot().chat) {
      if (entry.delivery === "sending") this.deliver(entry);
    }
  }

  typing(typing: boolean): void {
    this.options.session.send("chat.typing", { typing });
  }

  /** The history as it came over HTTP; what is here already stays. What a later one adds was said while we were away. */
  history(messages: ChatMessage[]): void {
    this.options.store.update((state) => {
      const known = messages.reduce(withMessage, state);
      return this.knowsHistory ? known : { ...known, unread: state.unread };
    });
    this.knowsHistory = true;
  }

  markRead(): void {
    const { store, session } = this.options;
    const last = store.getSnapshot().chat.filter((entry) => !entry.mine).at(-1);
    store.update((state) => ({ ...state, unread: 0 }));
    if (last) session.send("chat.read", { upTo: last.id });
  }

  handle(frame: ServerFrame): void {
    if (frame.re) this.answered(frame.re, frame);
    if (frame.type === "chat.typing" && frame.body.typing) this.forgetTyping(frame.body.from);
  }

  private deliver(message: Pick<ChatMessage, "key" | "text" | "attachment">): void {
    const attachment = message.attachment ? { attachment: message.attachment.id } : {};
    const id = this.options.session.send("chat.send", { key: message.key, text: message.text, ...attachment }, true);
    if (id) this.sending.set(id, message.key);
  }

  private answered(request: string, frame: ServerFrame): void {
    const key = this.sending.get(request);
    this.sending.delete(request);
    if (key && frame.type === "problem") this.options.store.update((state) => withUndelivered(state, key));
  }

  /** That somebody stopped typing may get lost on the way. */
  private forgetTyping(person: string): void {
    const { scope, store } = this.options;
    this.typists.get(person)?.();
    this.typists.set(person, scope.after(TYPING_FOR, () => {
      store.update((state) => ({ ...state, typing: state.typing.filter((id) => id !== person) }));
    }));
  }
}
