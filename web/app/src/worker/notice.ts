import { notice as ar } from "../i18n/ar/notice.json";
import { notice as de } from "../i18n/de/notice.json";
import { notice as en } from "../i18n/en/notice.json";
import { notice as es } from "../i18n/es/notice.json";
import { notice as fr } from "../i18n/fr/notice.json";

/** What the server sends (Message.Kind there); a newer server may know more. */
export const KINDS = ["RING", "MISSED", "SETTLED", "SOON", "EXPECTED"] as const;
type Kind = (typeof KINDS)[number] | "OTHER";

export interface Message { kind: Kind; topic: string; path: string; language: string }

/** What becomes of a message on the screen. */
export type Notice =
  | { show: false; topic: string }
  | { show: true; title: string; options: NotificationOptions & { renotify?: boolean } };

/** A page that is looked at says these by itself. */
const PAGES_RING = new Set<Kind>(["RING", "MISSED", "SETTLED"]);
const WORDS: Record<string, Record<Kind, { title: string; body: string }>> = { en, de, fr, es, ar };

/** Whatever was sent, something can be shown: a push that shows nothing costs the page its permission in some browsers. */
export function read(data: unknown): Message {
  const said = (typeof data === "object" && data !== null ? data : {}) as Record<string, unknown>;
  const text = (name: string) => (typeof said[name] === "string" ? said[name] : "");
  const kind = KINDS.find((known) => known === said["kind"]) ?? "OTHER";
  return { kind, topic: text("topic"), path: ownPath(text("path")), language: text("language") };
}

/** A path of ours and nothing else: "//elsewhere" would be another site. */
export function ownPath(path: unknown): string {
  return typeof path === "string" && /^\/(?![/\\])[\w/.?=&-]*$/.test(path) ? path : "/";
}

/**
 * A page that is looked at and rings by itself is enough, so nothing is shown twice, and what was shown goes. Otherwise the newest word about
 * a topic takes the place of the one before.
 */
export function notice({ kind, topic, path, language }: Message, seen: boolean): Notice {
  if (seen && PAGES_RING.has(kind)) return { show: false, topic };
  const lang = Object.hasOwn(WORDS, language) ? language : "en";
  const { title, body } = (WORDS[lang] ?? en)[kind];
  const rings = kind === "RING";
  return {
    show: true,
    title,
    options: {
      body, tag: topic, data: { path }, lang,
      requireInteraction: rings, silent: kind === "SETTLED", ...(rings && topic ? { renotify: true } : {}),
    },
  };
}
