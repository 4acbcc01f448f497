import { describe, expect, it } from "vitest";
import { notice, ownPath, read } from "../src/worker/notice";

const ring = read({ kind: "RING", topic: "abc", path: "/", language: "de" });

describe("L2: what the service worker shows", () => {
  it("says in the person's language that somebody waits, and stays until it is answered", () => {
    expect(notice(ring, false)).toEqual({
      show: true, title: "Jemand wartet auf Sie",
      options: {
        body: "Drücken Sie hier, um zu antworten.", tag: "abc", data: { path: "/" }, lang: "de",
        requireInteraction: true, silent: false, renotify: true,
      },
    });
  });

  it("shows nothing where a page is looked at: the page rings itself, and what was shown goes", () => {
    expect(notice(ring, true)).toEqual({ show: false, topic: "abc" });
    expect(notice(read({ kind: "SETTLED", topic: "abc" }), true)).toEqual({ show: false, topic: "abc" });
  });

  it("puts the end of a ring in the ring's place: missed, or quietly answered", () => {
    const missed = notice(read({ kind: "MISSED", topic: "abc", language: "en" }), false);
    expect(missed).toMatchObject({ title: "You missed a call", options: { tag: "abc", requireInteraction: false, silent: false } });
    const settled = notice(read({ kind: "SETTLED", topic: "abc", language: "en" }), false);
    expect(settled).toMatchObject({ title: "The call was answered", options: { tag: "abc", silent: true } });
  });

  it("A3: says that an appointment begins or that somebody waits, also where a page is looked at: pages do not ring for it", () => {
    for (const seen of [true, false]) {
      expect(notice(read({ kind: "SOON", topic: "abc", language: "en" }), seen)).toMatchObject({ title: "Your appointment starts soon", options: { silent: false } });
      expect(notice(read({ kind: "EXPECTED", topic: "abc", language: "de" }), seen)).toMatchObject({ title: "Sie werden jetzt erwartet" });
    }
  });

  it("shows something plain for what it does not know, in English where it has no words", () => {
    for (const strange of [undefined, null, "text", {}, { kind: "INVOICE", language: "xx" }, { kind: "toString", language: "toString" }]) {
      expect(notice(read(strange), true)).toMatchObject({ show: true, title: "There is something new for you", options: { lang: "en", data: { path: "/" } } });
    }
  });

  it.each(["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "", undefined, 7])("leads nowhere but here: %s", (path) => {
    expect(ownPath(path)).toBe("/");
  });

  it("leads to a page of ours", () => {
    expect(ownPath("/appointments/1-a/after?from=push")).toBe("/appointments/1-a/after?from=push");
  });
});
