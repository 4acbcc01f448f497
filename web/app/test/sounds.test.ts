// @vitest-environment jsdom
import { act, createElement } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Sounds } from "../src/pages/call/Sounds";

const stream = (name: string) => ({ name }) as unknown as MediaStream;
const from = (audio: MediaStream | null) => ({ audio, camera: null, screen: null });
const page = document.createElement("div");
const root = createRoot(page);
let refuse = false;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.spyOn(HTMLMediaElement.prototype, "play").mockImplementation(() => (refuse ? Promise.reject(new Error("tap first")) : Promise.resolve()));
});
afterEach(() => { refuse = false; });

const heard = () => [...page.querySelectorAll("audio")].map(({ srcObject }) => srcObject);
const show = (remote: Record<string, ReturnType<typeof from>>, onBlocked = () => undefined) =>
  act(async () => root.render(createElement(Sounds, { remote, speakerId: null, onBlocked })));

it("V8: everybody is heard, not the first one only", async () => {
  const [she, he, they] = [stream("she"), stream("he"), stream("they")];
  await show({ she: from(she), he: from(he), they: from(they) });
  expect(heard()).toEqual([she, he, they]);
});

it("V8: whoever goes is heard no more, and the others go on in the elements they had", async () => {
  const he = stream("he");
  await show({ she: from(stream("she")), he: from(he) });
  const before = page.querySelectorAll("audio")[1];
  await show({ he: from(he) });
  expect([...page.querySelectorAll("audio")]).toEqual([before]);
});

it("says when the browser wants a tap before anybody sounds", async () => {
  refuse = true;
  const onBlocked = vi.fn();
  await show({ new: from(stream("new")) }, onBlocked);
  expect(onBlocked).toHaveBeenCalled();
});
