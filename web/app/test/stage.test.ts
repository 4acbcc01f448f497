import type { Participant } from "@consilium/call-engine";
import { describe, expect, it } from "vitest";
import { changes } from "../src/pages/call/announce";
import { arrange, type StageWish } from "../src/pages/call/stage";

const somebody = (id: string, media: Partial<Participant["media"]> = {}, present = true): Participant => ({
  id, name: id.toUpperCase(), role: "PATIENT", present, media: { microphone: true, camera: true, screen: false, ...media },
});
const shown = (wish: Partial<StageWish>) => {
  const { large, small } = arrange({
    me: "me", participants: [somebody("me"), somebody("you")], sharing: false, pinned: null, sideBySide: false, selfShown: true, ...wish,
  });
  return [large.map(({ id }) => id), small.map(({ id }) => id)];
};

describe("V9: what is large and what is small", () => {
  it("shows the other one large and oneself small", () => {
    expect(shown({})).toEqual([["camera:you"], ["camera:me"]]);
  });

  it("hides oneself when asked to", () => {
    expect(shown({ selfShown: false })).toEqual([["camera:you"], []]);
  });

  it("puts both side by side when asked to", () => {
    expect(shown({ sideBySide: true })).toEqual([["camera:you", "camera:me"], []]);
  });

  it("V3: makes a shared screen large and keeps the camera small, also side by side", () => {
    const participants = [somebody("me"), somebody("you", { screen: true })];
    const expected = [["screen:you"], ["camera:you", "camera:me"]];
    expect(shown({ participants })).toEqual(expected);
    expect(shown({ participants, sideBySide: true })).toEqual(expected);
  });

  it("does not show one's own screen large: that would be a hall of mirrors", () => {
    expect(shown({ sharing: true })).toEqual([["camera:you"], ["screen:me", "camera:me"]]);
  });

  it("keeps large what was pinned, as long as it is there", () => {
    const participants = [somebody("me"), somebody("you", { screen: true })];
    expect(shown({ participants, pinned: "camera:you" })).toEqual([["camera:you"], ["screen:you", "camera:me"]]);
    expect(shown({ pinned: "screen:you" })).toEqual([["camera:you"], ["camera:me"]]);
  });

  it("V8: shows three others side by side", () => {
    const participants = [somebody("me"), somebody("you"), somebody("she"), somebody("he")];
    expect(shown({ participants })).toEqual([["camera:you", "camera:she", "camera:he"], ["camera:me"]]);
  });

  it("shows somebody who is alone nothing but oneself", () => {
    expect(shown({ participants: [somebody("me")] })).toEqual([[], ["camera:me"]]);
  });
});

describe("U22: what is announced about the others", () => {
  const said = (before: Participant[], after: Participant[]) => changes(before, after, "me").map(({ what, name }) => `${name} ${what}`);

  it("says who comes and goes", () => {
    expect(said([somebody("you", {}, false)], [somebody("you")])).toEqual(["YOU came"]);
    expect(said([somebody("you")], [somebody("you", {}, false)])).toEqual(["YOU went"]);
    expect(said([], [somebody("you")])).toEqual(["YOU came"]);
    expect(said([], [somebody("you", {}, false)])).toEqual([]);
  });

  it("says what they mute, switch and share", () => {
    const quiet = somebody("you", { microphone: false, camera: false, screen: true });
    expect(said([somebody("you")], [quiet])).toEqual(["YOU muted", "YOU cameraOff", "YOU shares"]);
    expect(said([quiet], [somebody("you")])).toEqual(["YOU unmuted", "YOU cameraOn", "YOU stoppedSharing"]);
  });

  it("says nothing about oneself", () => {
    expect(said([somebody("me")], [somebody("me", { microphone: false })])).toEqual([]);
  });
});
