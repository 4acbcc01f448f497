import type { Receive } from "@consilium/protocol";
import { describe, expect, it } from "vitest";
import { cameraEncoding, screenEncoding, voiceEncoding, type Encoding } from "../src/peer/encoding";
import { shape } from "../src/peer/sender";
import { atTop } from "../src/quality/ladder";
import { rungAt, SOUND } from "../src/quality/rungs";

const on = (rung: number) => ({ ...atTop(0), rung, limit: rungAt(rung).takes });
const ordinary = { receive: "full" as Receive, saving: false, sharing: false };
const hd = { width: 1280, height: 720 };
const camera = (rung: number, more: Partial<typeof ordinary> = {}, size = hd) => cameraEncoding(on(rung), { ...ordinary, ...more }, size);

describe("Q1: how a camera is sent", () => {
  it.each([[0, 1, 30], [1, 2, 30], [2, 4, 20]])("on rung %i: 1/%i of the lines, %i frames a second", (rung, scale, fps) => {
    expect(camera(rung)).toMatchObject({ active: true, scaleResolutionDownBy: scale, maxFramerate: fps, maxBitrate: rungAt(rung).takes, keep: "framerate" });
  });

  it("a telephone held upright is measured by its shorter side", () => {
    expect(camera(1, {}, { width: 720, height: 1280 }).scaleResolutionDownBy).toBe(2);
    expect(camera(2, {}, { width: 480, height: 640 }).scaleResolutionDownBy).toBeCloseTo(480 / 180);
  });

  it("a small camera is never made larger", () => {
    expect(camera(0, {}, { width: 320, height: 240 }).scaleResolutionDownBy).toBe(1);
    expect(cameraEncoding(on(2), ordinary, {}).scaleResolutionDownBy).toBe(1);
  });

  it("never takes more than the ladder allows at the moment", () => {
    expect(cameraEncoding({ ...on(0), limit: 700_000 }, ordinary, hd).maxBitrate).toBe(700_000);
  });

  it.each([["receive", { receive: "low" as Receive }], ["save", { saving: true }]])("Q2: who wants to %s little gets 180 lines at 15 frames a second", (_wish, more) => {
    expect(camera(0, more)).toMatchObject({ active: true, scaleResolutionDownBy: 4, maxFramerate: 15, maxBitrate: 150_000 });
  });

  it("Q2: who wants sound only is sent no picture, and neither on the lowest rung", () => {
    expect(camera(0, { receive: "sound" }).active).toBe(false);
    expect(camera(SOUND).active).toBe(false);
    expect(screenEncoding(on(0), { ...ordinary, receive: "sound" }).active).toBe(false);
  });

  it("is next to nothing while the way drains, and a screen waits", () => {
    const draining = { ...on(0), drainUntil: 1 };
    expect(cameraEncoding(draining, ordinary, hd)).toMatchObject({ active: true, scaleResolutionDownBy: 8, maxFramerate: 10, maxBitrate: 50_000 });
    expect(screenEncoding(draining, ordinary).active).toBe(false);
    expect(cameraEncoding({ ...draining, dark: true }, ordinary, hd).active).toBe(false);
  });

  it("may take as much as is asked for while one asks for more", () => {
    const asking = { ...on(2), limit: 2_500_000, knock: { since: 0, asking: true, room: 1 } };
    expect(cameraEncoding(asking, ordinary, hd)).toMatchObject({ scaleResolutionDownBy: 4, maxBitrate: 2_500_000 });
    expect(screenEncoding(asking, ordinary).maxBitrate).toBe(2_500_000);
  });

  it("is a small tile beside a shared screen", () => {
    expect(camera(0, { sharing: true })).toMatchObject({ scaleResolutionDownBy: 4, maxFramerate: 15, maxBitrate: 120_000 });
  });
});

describe("V3: how a screen is sent", () => {
  it.each([0, 1, 2])("on rung %i it keeps every line and gives up frames", (rung) => {
    expect(screenEncoding(on(rung), ordinary)).toMatchObject({ active: true, scaleResolutionDownBy: 1, keep: "resolution", maxFramerate: [30, 10, 4][rung] });
  });
});

describe("Q1: the voice", () => {
  it("goes first, and asks for less when there is hardly anything", () => {
    expect(voiceEncoding(on(0))).toEqual({ active: true, maxBitrate: 32_000, priority: "high" });
    expect(voiceEncoding(on(SOUND))).toEqual({ active: true, maxBitrate: 20_000, priority: "high" });
  });
});

describe("telling the browser", () => {
  const wish: Encoding = { active: true, maxBitrate: 1, priority: "high", keep: "resolution" };
  const sender = (refuse: () => boolean = () => false) => {
    const parameters = { encodings: [{ ssrc: 7 }] } as unknown as RTCRtpSendParameters;
    const said: RTCRtpSendParameters[] = [];
    const forgets = () => { said.push(structuredClone(parameters)); };
    return { said, forgets, getParameters: () => structuredClone(said.at(-1) ?? parameters), setParameters: async (now: RTCRtpSendParameters) => { if (refuse()) throw new TypeError(); said.push(now); } };
  };

  it("says it again to a browser that has forgotten it, as some do while they answer", async () => {
    const one = sender();
    await shape(one as unknown as RTCRtpSender, wish);
    one.forgets();
    await shape(one as unknown as RTCRtpSender, wish);
    expect(one.said.at(-1)).toMatchObject({ encodings: [{ maxBitrate: 1 }] });
  });

  it("says the same only once", async () => {
    const one = sender();
    await shape(one as unknown as RTCRtpSender, wish);
    await shape(one as unknown as RTCRtpSender, { ...wish });
    expect(one.said).toEqual([{ encodings: [{ ssrc: 7, active: true, maxBitrate: 1, priority: "high", networkPriority: "high" }], degradationPreference: "maintain-resolution" }]);
  });

  it("says it again after the browser refused it", async () => {
    let busy = true;
    const one = sender(() => busy);
    await shape(one as unknown as RTCRtpSender, wish);
    busy = false;
    await shape(one as unknown as RTCRtpSender, wish);
    expect(one.said).toHaveLength(1);
  });

  it("says nothing to a sender that has not negotiated", async () => {
    const early = { getParameters: () => ({ encodings: [] }), setParameters: () => Promise.reject(new Error("too early")) };
    await expect(shape(early as unknown as RTCRtpSender, wish)).resolves.toBeUndefined();
  });
});
