// @vitest-environment jsdom
import type { RecordingState } from "@consilium/call-engine";
import { act, createElement } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const seat = vi.hoisted(() => ({ role: "DOCTOR" }));
const words = vi.hoisted(() => ({ t: (key: string) => key }));
vi.mock("../src/app/session", () => ({ useSession: () => ({ user: seat }) }));
vi.mock("../src/lib/soon", () => ({ soon: (watcher: () => void) => watcher }));
vi.mock("react-i18next", () => ({ useTranslation: () => words }));
const { RecordingNews } = await import("../src/pages/call/recording/RecordingNews");

/** What the loudspeaker is given. */
let notes: number[];
class FakeAudioContext {
  readonly currentTime = 0;
  readonly destination = {};
  createGain = () => ({ gain: { value: 1, setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined }, connect: (to: unknown) => to });
  createOscillator = () => {
    const frequency = { value: 0 };
    return { type: "", frequency, connect: (to: unknown) => to, start: () => { notes.push(frequency.value); }, stop: () => undefined };
  };
  close = async () => undefined;
}

const state = (phase: RecordingState["phase"], change: Partial<RecordingState> = {}): RecordingState => ({
  recording: "r", phase, recorder: "doctor", startedAt: null, reason: null, wording: "2", onWithdrawal: "delete", keptDays: 30, service: null,
  answers: [{ participant: "doctor", answer: "AGREED" }, { participant: "patient", answer: "AGREED" }], ...change,
});

let page: HTMLElement;
let root: Root;
let shown: { recording: RecordingState | null; recordingTrouble: string | null; me: string; participants: never[]; problem: null };
let tell: () => void;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("AudioContext", FakeAudioContext);
  notes = [];
  page = document.createElement("div");
  root = createRoot(page);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

async function here(role: "DOCTOR" | "PATIENT"): Promise<void> {
  seat.role = role;
  shown = { recording: null, recordingTrouble: null, me: role.toLowerCase(), participants: [], problem: null };
  const store = { getSnapshot: () => shown, subscribe: (listener: () => void) => { tell = listener; return () => undefined; } };
  await act(async () => root.render(createElement(RecordingNews, { open: { call: { store } } as never })));
}
async function comes(change: Partial<typeof shown>): Promise<void> {
  await act(async () => {
    shown = { ...shown, ...change };
    tell();
  });
}
const said = () => page.querySelector("[data-testid=recording-news]")?.textContent;

describe.each(["DOCTOR", "PATIENT"] as const)("R2: %s", (role) => {
  it("hears three rising notes when it begins, two falling when it ends, whatever their ring tone is set to", async () => {
    localStorage.setItem("ring-tone", "off");
    await here(role);
    await comes({ recording: state("ASKED") });
    expect(notes).toEqual([]);
    await comes({ recording: state("RECORDING") });
    expect([notes, said()]).toEqual([[440, 554.37, 659.25], "recording.news.began"]);
    notes = [];
    await comes({ recording: state("STOPPED", { reason: "STOPPED" }) });
    expect([notes, said()]).toEqual([[554.37, 440], "recording.news.stopped"]);
    localStorage.removeItem("ring-tone");
  });

  it("reads that it is deleted where it is", async () => {
    await here(role);
    await comes({ recording: state("RECORDING") });
    await comes({ recording: state("DELETED", { reason: "WITHDRAWN" }) });
    expect(said()).toBe("recording.news.deleted");
  });
});

describe("R8: what is wrong with it", () => {
  it.each(["SILENT", "BLACK", "FROZEN", "STALLED", "REFUSED", "FULL", "SLOW"])("%s is told to the doctor, and not to the patient", async (trouble) => {
    await here("DOCTOR");
    await comes({ recording: state("RECORDING"), recordingTrouble: trouble });
    const alert = page.querySelector("[role=alert]");
    expect([alert?.getAttribute("data-trouble"), alert?.textContent]).toEqual([trouble, `recording.trouble.${trouble}`]);
    await act(async () => root.unmount());
    root = createRoot(page);
    await here("PATIENT");
    await comes({ recording: state("RECORDING"), recordingTrouble: trouble });
    expect(page.querySelector("[role=alert]")).toBeNull();
  });
});
