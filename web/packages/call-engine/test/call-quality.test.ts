import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CallHarness } from "./call-harness";
import { FakeTrack } from "./fake-media";

let page: CallHarness;

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse("2030-01-07T10:00:00Z") });
  page = new CallHarness();
  await page.open();
  await page.negotiate(1);
  await page.connects(1);
});
afterEach(() => {
  page.end();
  vi.useRealTimers();
});
const later = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const patient = (camera: boolean) => ({
  participant: { id: "patient", name: "patient", role: "PATIENT", present: true, media: { microphone: true, camera, screen: false } },
});

it("Q6: tells how long it took from the click to the first picture, once", async () => {
  await later(5_000);
  page.call.join();
  await later(380);
  page.call.pictureShown();
  page.call.pictureShown();
  expect(page.sent("quality.timing").map((frame) => frame.body)).toEqual([{ what: "setUp", millis: 380 }]);
});

it("Q6: waits for sound where no camera is on", async () => {
  await page.says("participant.updated", patient(false));
  const sound = new FakeTrack("audio");
  page.peer(0).receives(0, sound);
  page.call.join();
  await later(250);
  sound.dispatchEvent(new Event("unmute"));
  expect(page.sent("quality.timing").map((frame) => frame.body)).toEqual([{ what: "setUp", millis: 250 }]);
});

it("Q6: sound is not enough where a picture is to come", async () => {
  await page.says("participant.updated", patient(true));
  const sound = new FakeTrack("audio");
  page.peer(0).receives(0, sound);
  page.call.join();
  sound.dispatchEvent(new Event("unmute"));
  expect(page.sent("quality.timing")).toEqual([]);
});

it("Q4, Q6: tells how long a connection was broken", async () => {
  page.call.join();
  page.call.pictureShown();
  page.peer(0).becomes("disconnected");
  await later(2_300);
  page.peer(0).becomes("connected");
  expect(page.sent("quality.timing").at(-1)?.body).toEqual({ what: "reconnect", millis: 2_300 });
});

it("Q6: keeps the looks of two minutes, and what the other side sees", async () => {
  page.call.join();
  await page.says("quality.peer", { from: "patient", score: 3, sight: { score: 3 } });
  await later(6_000);
  expect(page.call.measured.getSnapshot().map((look) => look.theirs?.score)).toEqual([3, 3]);
  await later(200_000);
  expect(page.call.measured.getSnapshot()).toHaveLength(60);
});
