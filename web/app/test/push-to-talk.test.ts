// @vitest-environment jsdom
import type { LocalMedia } from "@consilium/call-engine";
import { beforeEach, describe, expect, it } from "vitest";
import { pushToTalk } from "../src/pages/call/push-to-talk";

let open = false;
const media = {
  store: { getSnapshot: () => ({ microphone: { on: open } }) },
  setMicrophone: async (on: boolean) => { open = on; },
} as unknown as LocalMedia;
let stop = () => {};

const key = (type: "keydown" | "keyup", code = "Space", on: EventTarget = document.body) => {
  const event = new KeyboardEvent(type, { code, bubbles: true, cancelable: true });
  on.dispatchEvent(event);
  return event.defaultPrevented;
};
const element = (html: string): Element => {
  document.body.innerHTML = html;
  return document.body.firstElementChild!;
};

beforeEach(() => {
  stop();
  open = false;
  stop = pushToTalk(media);
  return () => stop();
});

describe("V2: push to talk", () => {
  it("opens a muted microphone while the space bar is held", () => {
    expect(key("keydown")).toBe(true);
    expect(open).toBe(true);
    key("keyup");
    expect(open).toBe(false);
  });

  it("leaves an open microphone open", () => {
    open = true;
    expect(key("keydown")).toBe(false);
    key("keyup");
    expect(open).toBe(true);
  });

  it.each(["<input>", "<textarea></textarea>", "<button></button>", "<select></select>"])("does nothing while %s has the focus", (html) => {
    const focused = element(html);
    expect(key("keydown", "Space", focused)).toBe(false);
    expect(open).toBe(false);
  });

  it("speaks, and does not press again, after a button was pressed with the mouse", () => {
    const mute = element("<button></button>");
    mute.dispatchEvent(new Event("pointerdown", { bubbles: true }));
    expect(key("keydown", "Space", mute)).toBe(true);
    expect(open).toBe(true);
    expect(key("keyup", "Space", mute)).toBe(true);
    expect(open).toBe(false);
    key("keydown", "Tab", mute);
    expect(key("keydown", "Space", mute)).toBe(false);
    expect(open).toBe(false);
  });

  it("closes the microphone when another window comes to the front, or the page goes away", () => {
    key("keydown");
    window.dispatchEvent(new Event("blur"));
    expect(open).toBe(false);
    key("keydown");
    stop();
    expect(open).toBe(false);
  });
});
