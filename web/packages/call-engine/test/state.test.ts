import type { ChatMessage, ConsultationState } from "@consilium/protocol";
import { describe, expect, it } from "vitest";
import { EMPTY, reduce, withMessage } from "../src/call-state";
import { Reconciler } from "../src/core/reconcile";
import { tuned } from "../src/peer/sdp";

const me = { id: "me", name: "Me", role: "PATIENT" as const };
const other = { id: "other", name: "Other", role: "DOCTOR" as const };
const message = (key: string, from: typeof me | typeof other, sentAt: string): ChatMessage => ({ id: `id-${key}`, key, from, text: key, attachment: null, sentAt });
const state = (version: number) => ({ consultation: "c", version }) as ConsultationState;

describe("the call's state", () => {
  it("keeps the newest state whatever the order of arrival", () => {
    const newer = reduce(EMPTY, { type: "state", body: state(8) });
    expect(reduce(newer, { type: "state", body: state(7) }).consultation?.version).toBe(8);
  });

  it("shows a message once, however often it comes", () => {
    const mine = { ...EMPTY, me: "me" };
    const once = withMessage(mine, message("a", other, "1"));
    const twice = withMessage(once, message("a", other, "1"));
    expect(twice.chat).toHaveLength(1);
    expect(twice.unread).toBe(1);
  });

  it("orders messages by the server's time", () => {
    const late = withMessage({ ...EMPTY, me: "me" }, message("b", other, "2030-01-02"));
    expect(withMessage(late, message("a", me, "2030-01-01")).chat.map((entry) => entry.key)).toEqual(["a", "b"]);
  });

  it("does not count own messages as unread", () => {
    expect(withMessage({ ...EMPTY, me: "me" }, message("a", me, "1")).unread).toBe(0);
  });
});

describe("reconciling", () => {
  it("ends where the last wish pointed, one change at a time", async () => {
    const applied: number[] = [];
    let running = 0;
    const reconciler = new Reconciler<number>(async (wish) => {
      expect(++running).toBe(1);
      await Promise.resolve();
      applied.push(wish);
      running--;
    });
    await Promise.all([reconciler.want(1), reconciler.want(2), reconciler.want(3)]);
    expect(applied.at(-1)).toBe(3);
    expect(applied.length).toBeLessThan(3);
  });
});

describe("tuning a description", () => {
  const sdp = ["m=audio 9 RTP 111", "a=rtpmap:111 opus/48000/2", "a=fmtp:111 minptime=10;useinbandfec=1", "m=video 9 RTP 96 102", "a=rtpmap:96 VP8/90000", "a=rtpmap:102 H264/90000", "a=fmtp:102 packetization-mode=1", ""].join("\r\n");

  it("asks for DTX and FEC, and starts video where 720p is", () => {
    const lines = tuned(sdp).split("\r\n");
    expect(lines).toContain("a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1");
    expect(lines).toContain("a=fmtp:96 x-google-start-bitrate=1500");
    expect(lines).toContain("a=fmtp:102 packetization-mode=1;x-google-start-bitrate=1500");
  });

  it("changes nothing the second time", () => {
    expect(tuned(tuned(sdp))).toBe(tuned(sdp));
  });
});
