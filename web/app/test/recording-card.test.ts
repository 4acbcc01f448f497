// @vitest-environment jsdom
import { createElement } from "react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Appointment, Recording } from "../src/api";
import { later, OnPage, say, type Later } from "./on-page";

const seat = vi.hoisted(() => ({ role: "PATIENT" }));
vi.mock("../src/app/session", () => ({ useSession: () => ({ user: seat }) }));
const { api, Refusal } = await import("../src/api");
const { Recordings } = await import("../src/pages/after-call/Recordings");
const { TakeBack } = await import("../src/pages/after-call/recordings/TakeBack");

const appointment = { patient: { name: "Jo Doe" }, doctor: { name: "Dr Ada Berg" } } as Appointment;
const recording = (other: Partial<Recording> = {}): Recording => ({
  id: "r", url: "/r", poster: null, phase: "STOPPED", startedAt: "2030-01-07T09:00:00Z", patientMayDownload: false, arriving: false, deletedAt: null,
  durationMs: 125_000, size: 4_240_000, gaps: [], parts: [], answers: [], agreement: "AGREED", onWithdrawal: "KEEP", ...other,
});

let page: OnPage;
let changed: number;
let withdrawals: Later<never>[];
beforeAll(OnPage.words);
beforeEach(() => {
  page = new OnPage();
  changed = 0;
  seat.role = "PATIENT";
  withdrawals = [];
  vi.spyOn(api, "withdrawFromRecording").mockImplementation(() => {
    const one = later<never>();
    withdrawals.push(one);
    return one.promise;
  });
});
afterEach(() => page.gone());

const refused = () => new Refusal(0, "OFFLINE", "", {});

describe("taking one's agreement back", () => {
  const shows = (other: Partial<Recording> = {}) => page.shows(createElement(TakeBack, { recording: recording(other), onChanged: () => { changed++; } }));

  it("is offered to whoever agreed to what is still there, and to nobody else", async () => {
    await shows({ agreement: "DECLINED" as Recording["agreement"] });
    expect(page.element.textContent).toBe("");
    await shows({ phase: "DELETED" });
    expect(page.element.textContent).toBe("");
    await shows();
    expect(page.text("take-agreement-back")).toBe(say("recordings.takeBack.title"));
  });

  it.each([["KEEP", "recordings.takeBack.sureKept"], ["DELETE", "recordings.takeBack.sureDeleted"]] as const)("says first what becomes of the recording: %s", async (onWithdrawal, words) => {
    await shows({ onWithdrawal });
    expect(page.element.querySelector("dialog")).toBeNull();
    await page.press("take-agreement-back");
    expect(page.element.querySelector("dialog")?.textContent).toContain(say(words));
    await page.press("leave-agreement");
    expect([page.element.querySelector("dialog"), withdrawals.length, changed]).toEqual([null, 0, 0]);
  });

  it("is asked once however often somebody presses, and the list is read again when it is done", async () => {
    await shows();
    await page.press("take-agreement-back");
    await page.press("take-agreement-back-now");
    expect((page.find("take-agreement-back-now") as HTMLButtonElement).disabled).toBe(true);
    await page.press("take-agreement-back-now");
    expect([withdrawals.length, changed]).toEqual([1, 0]);
    await withdrawals[0]?.answer({} as never);
    expect([page.element.querySelector("dialog"), changed]).toEqual([null, 1]);
  });

  it("says why it did not work where it was asked, and can be tried again", async () => {
    await shows();
    await page.press("take-agreement-back");
    await page.press("take-agreement-back-now");
    await withdrawals[0]?.refuse(refused());
    expect(page.element.querySelector("dialog")?.textContent).toContain(say("errors.OFFLINE"));
    expect(changed).toBe(0);
    await page.press("take-agreement-back-now");
    expect(page.find("failure")).toBeNull();
    await withdrawals[1]?.answer({} as never);
    expect(changed).toBe(1);
  });

  it("says that it did not work also to whoever closed the question meanwhile", async () => {
    await shows();
    await page.press("take-agreement-back");
    await page.press("take-agreement-back-now");
    await page.press("leave-agreement");
    await withdrawals[0]?.refuse(refused());
    expect(page.text("failure")).toBe(say("errors.OFFLINE"));
    await page.press("take-agreement-back");
    expect(page.find("failure")).toBeNull();
  });

  it("says that it was done, whether or not the recording is kept", async () => {
    await shows({ agreement: "WITHDRAWN" });
    expect(page.text("agreement-taken-back")).toBe(say("recordings.takeBack.takenKept"));
    await shows({ agreement: "WITHDRAWN", phase: "DELETED" });
    expect(page.text("agreement-taken-back")).toBe(say("recordings.takeBack.taken"));
    expect(page.find("take-agreement-back")).toBeNull();
  });
});

describe("recordings after the call", () => {
  let asked: Later<Recording[]>[];
  beforeEach(() => {
    asked = [];
    vi.spyOn(api, "recordings").mockImplementation(() => {
      const one = later<Recording[]>();
      asked.push(one);
      return one.promise;
    });
  });
  const opens = () => page.shows(createElement(Recordings, { videoCallId: "v", appointment }));
  const has = async (...all: Recording[]) => {
    await opens();
    await asked[0]?.answer(all);
    await page.until(() => expect(page.find("recordings")).not.toBeNull());
  };

  it("take no place while they load, nor where nothing was recorded", async () => {
    await opens();
    expect(page.element.textContent).toBe("");
    await asked[0]?.answer([]);
    await page.until(() => expect(page.element.textContent).toBe(""));
  });

  it("say why they could not be loaded, and load when somebody tries again", async () => {
    await opens();
    await asked[0]?.refuse(refused());
    await page.until(() => expect(page.text("failure")).toContain(say("errors.OFFLINE")));
    page.find("failure")?.querySelector("button")?.click();
    await page.until(() => expect(asked.length).toBe(2));
    await asked[1]?.answer([recording()]);
    await page.until(() => expect(page.find("recording")?.dataset["state"]).toBe("ready"));
    expect(page.find("failure")).toBeNull();
  });

  it("show a patient how long it is and how to watch it, and load no film before somebody asks", async () => {
    await has(recording());
    expect(page.text("recording-length")).toBe("2 min 5 s · 4.2 MB");
    expect(page.element.querySelector("video")).toBeNull();
    expect(page.text("download-not-allowed")).toBe(say("recordings.notAllowed"));
    expect([page.find("recording-download"), page.find("may-download")]).toEqual([null, null]);
    expect(page.find("take-agreement-back")).not.toBeNull();
    await page.press("recording-watch");
    expect(page.element.querySelector("video")?.getAttribute("src")).toBe("/r");
  });

  it("let a patient download where the doctor allowed it", async () => {
    await has(recording({ patientMayDownload: true }));
    expect(page.find("recording-download")?.getAttribute("href")).toBe("/r?download=true");
    expect(page.find("download-not-allowed")).toBeNull();
  });

  it("let the doctor decide about downloads, and take nobody's agreement back", async () => {
    seat.role = "DOCTOR";
    await has(recording());
    expect((page.find("may-download") as HTMLInputElement).checked).toBe(false);
    expect(page.find("recording-download")).not.toBeNull();
    expect(page.find("take-agreement-back")).toBeNull();
  });

  it("say of what is going on, empty or deleted why there is nothing to watch", async () => {
    await has(recording({ phase: "PAUSED", durationMs: null }), recording({ id: "e", durationMs: null, size: null }), recording({ id: "d", phase: "DELETED", deletedAt: "2030-01-09T09:00:00Z" }));
    expect([...page.element.querySelectorAll<HTMLElement>('[data-testid="recording"]')].map((card) => card.dataset["state"])).toEqual(["going", "empty", "deleted"]);
    expect(page.element.textContent).toContain(say("recordings.going"));
    expect(page.element.textContent).toContain(say("recordings.empty"));
    expect(page.text("recording-deleted")).toContain("January 9, 2030");
    expect(page.find("recording-watch")).toBeNull();
  });
});
