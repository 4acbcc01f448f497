// @vitest-environment jsdom
import { Store } from "@consilium/call-engine";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import i18next, { addWords, speak } from "../src/i18n";
import { endForAll } from "../src/pages/call/end-for-all";
import { Connecting } from "../src/pages/call/room/Connecting";
import { RoomTrouble } from "../src/pages/call/room/RoomTrouble";
import type { OpenCall } from "../src/pages/call/warm-call";

const open = (state: object) =>
  ({ call: { store: new Store({ link: "idle", roomProblem: null, consultation: { phase: "LIVE" }, abilities: { frame: true }, ...state }) } }) as unknown as OpenCall;

describe("H5: the room of a provider, on the page", () => {
  beforeAll(async () => {
    localStorage.setItem("language", "en");
    await addWords("room");
    await speak("en");
  });
  const connecting = (state: object) => renderToStaticMarkup(createElement(Connecting, { open: open(state) }));
  const trouble = (state: object) => renderToStaticMarkup(createElement(RoomTrouble, { open: open(state) }));

  it("says that it is connecting until there is something else to say", () => {
    expect(connecting({})).toContain(i18next.t("room.connecting"));
    expect(connecting({ link: "negotiating" })).toContain("Connecting to the video service");
    expect(connecting({ link: "up" })).toBe("");
    expect(connecting({ roomProblem: "UNREACHABLE" })).toBe("");
  });

  it.each([
    ["OVER", "LIVE", true, "room-again"], ["OVER", "ENDED", true, null], ["STRANGER", "LIVE", true, "room-again"], ["STRANGER", "LIVE", false, null],
    ["FILMED", "LIVE", true, "room-again"], ["LEFT", "LIVE", true, "room-again"], ["SENT_OUT", "LIVE", true, "room-reload"], ["UNREACHABLE", "LIVE", true, null],
  ])("%s, %s, frame %s: %s", (roomProblem, phase, frame, button) => {
    const drawn = trouble({ roomProblem, consultation: { phase }, abilities: { frame } });
    expect(drawn).toContain(i18next.t(`room.problem.${roomProblem}`));
    expect(/data-testid="(room-again|room-reload)"/.exec(drawn)?.[1] ?? null).toBe(button);
  });
});

describe("ending for all", () => {
  const told: string[] = [];
  const call = { recording: { holdBack: () => void told.push("hold back"), goOn: () => void told.push("go on") }, ending: () => void told.push("room") };

  it("says so in the provider's room before the server is asked, and goes on where it refuses", async () => {
    await endForAll({ call } as unknown as OpenCall, "c", async (consultation) => void told.push(`ask ${consultation}`));
    expect(told).toEqual(["hold back", "room", "ask c"]);
    const refused = endForAll({ call } as unknown as OpenCall, "c", async () => { throw new Error("no"); });
    await expect(refused).rejects.toThrow("no");
    expect(told.at(-1)).toBe("go on");
  });
});
