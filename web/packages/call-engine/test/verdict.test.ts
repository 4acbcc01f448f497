import { describe, expect, it } from "vitest";
import { MEDIA_PROBLEMS } from "../src/media/problems";
import { NOTHING_KNOWN, type RelayResult, type Results } from "../src/preflight/results";
import { FINDINGS, verdictOf, type Finding, type Light } from "../src/preflight/verdict";

const works: RelayResult = { code: "WORKS", setUpMs: 120, error: null };
const blocked: RelayResult = { code: "BLOCKED", setUpMs: null, error: 701 };
const noData: RelayResult = { code: "NO_DATA", setUpMs: null, error: null };
const notOffered: RelayResult = { code: "NOT_OFFERED", setUpMs: null, error: null };

const good: Results = {
  support: [], inApp: false, camera: "WORKS", microphone: "HEARD", speaker: "NOT_ASKED", signalling: { code: "WORKS", rttMs: 30 },
  stun: "WORKS", relays: { UDP: works, TCP: works, TLS: works }, path: { lossPercent: 0, rttMs: 30, jitterMs: 3 }, kbps: 3_900, connectionDone: true,
};
const path = (change: Partial<NonNullable<Results["path"]>>) => ({ path: { ...good.path!, ...change } });

describe("L1: what the results mean", () => {
  it.each<[string, Partial<Results>, Finding[]]>([
    ["everything works", {}, []],
    ["inside an app, and everything works", { inApp: true }, []],
    ["the speaker was heard", { speaker: "HEARD" }, []],
    ["the speaker was not heard", { speaker: "NOT_HEARD" }, ["SPEAKER_NOT_HEARD"]],
    ["no camera", { camera: "NOT_FOUND" }, ["CAMERA_MISSING"]],
    ["the camera is taken", { camera: "IN_USE" }, ["CAMERA_BUSY"]],
    ["the camera gives nothing", { camera: "NO_PICTURE" }, ["CAMERA_FAILED"]],
    ["the lens is covered", { camera: "DARK" }, ["CAMERA_DARK"]],
    ["the person goes on without both", { camera: "OFF", microphone: "OFF" }, ["MICROPHONE_OFF", "CAMERA_OFF"]],
    ["a silent microphone", { microphone: "SILENT" }, ["MICROPHONE_SILENT"]],
    ["both blocked inside an app", { inApp: true, camera: "DENIED", microphone: "DENIED" }, ["IN_APP_BROWSER", "MICROPHONE_NOT_ALLOWED", "CAMERA_NOT_ALLOWED"]],
    ["switched off inside an app by choice", { inApp: true, camera: "OFF" }, ["CAMERA_OFF"]],
    ["a page without TLS", { support: ["SECURE_CONTEXT", "MEDIA_DEVICES"], camera: "INSECURE_PAGE", microphone: "INSECURE_PAGE" }, ["INSECURE_PAGE", "MICROPHONE_NOT_ALLOWED", "CAMERA_NOT_ALLOWED"]],
    ["an old browser", { support: ["VIDEO_CODEC"] }, ["BROWSER_TOO_OLD"]],
    ["a very old browser", { support: ["MEDIA_DEVICES", "PEER_CONNECTION"] }, ["BROWSER_TOO_OLD"]],
    ["sockets are blocked", { signalling: { code: "BLOCKED", rttMs: null } }, ["SIGNALLING_BLOCKED"]],
    ["the socket is refused", { signalling: { code: "REFUSED", rttMs: null } }, ["SIGNALLING_BLOCKED"]],
    ["only UDP is blocked", { stun: "BLOCKED", relays: { UDP: blocked, TCP: works, TLS: works } }, []],
    ["only TLS gets out", { stun: "BLOCKED", relays: { UDP: blocked, TCP: blocked, TLS: works } }, []],
    ["the relay is not reached, the direct way is", { relays: { UDP: blocked, TCP: blocked, TLS: notOffered }, path: null, kbps: null }, ["RELAY_UNREACHABLE"]],
    ["the relay lets nothing through", { relays: { UDP: noData, TCP: noData, TLS: noData }, path: null, kbps: null }, ["RELAY_UNREACHABLE"]],
    ["the relay answers over UDP, but data gets lost", { relays: { UDP: noData, TCP: works, TLS: works } }, ["LOSS_HIGH"]],
    ["nothing gets out", { stun: "BLOCKED", relays: { UDP: blocked, TCP: blocked, TLS: blocked }, path: null, kbps: null }, ["NO_WAY_OUT"]],
    ["the clinic has no relay", { stun: "NOT_OFFERED", relays: { UDP: notOffered, TCP: notOffered, TLS: notOffered }, path: null, kbps: null }, ["RELAY_NOT_OFFERED"]],
    ["7 % loss", path({ lossPercent: 7 }), []],
    ["8 % loss", path({ lossPercent: 8 }), ["LOSS_HIGH"]],
    ["399 ms", path({ rttMs: 399 }), []],
    ["400 ms", path({ rttMs: 400 }), ["DELAY_HIGH"]],
    ["59 ms of jitter", path({ jitterMs: 59 }), []],
    ["60 ms of jitter", path({ jitterMs: 60 }), ["JITTER_HIGH"]],
    ["500 kbit/s", { kbps: 500 }, []],
    ["499 kbit/s", { kbps: 499 }, ["BANDWIDTH_LOW"]],
    ["149 kbit/s", { kbps: 149 }, ["BANDWIDTH_TOO_LOW"]],
    ["everything at once, the gravest first", { microphone: "NOT_FOUND", kbps: 10, ...path({ lossPercent: 30 }), speaker: "NOT_HEARD" }, ["MICROPHONE_MISSING", "SPEAKER_NOT_HEARD", "BANDWIDTH_TOO_LOW", "LOSS_HIGH"]],
  ])("%s", (_, change, findings) => {
    const verdict = verdictOf({ ...good, ...change });
    expect(verdict.findings).toEqual(findings);
    expect(verdict.outcome).toBe(findings.length > 0 ? "AT_RISK" : "READY");
  });

  it.each(MEDIA_PROBLEMS)("%s of camera or microphone is a finding of its own kind", (problem) => {
    const { findings, lights } = verdictOf({ ...good, camera: problem, microphone: problem });
    expect(findings).toHaveLength(2);
    expect(findings.every((finding) => /^(CAMERA|MICROPHONE)_(NOT_ALLOWED|MISSING|BUSY|FAILED)$/.test(finding))).toBe(true);
    expect(lights).toEqual({ camera: "risk", microphone: "risk", connection: "good" });
  });

  it.each<[string, Partial<Results>, [Light, Light, Light]]>([
    ["nothing", NOTHING_KNOWN, ["open", "open", "open"]],
    ["the camera", { ...NOTHING_KNOWN, camera: "WORKS" }, ["good", "open", "open"]],
    ["a bad socket already", { ...NOTHING_KNOWN, signalling: { code: "BLOCKED", rttMs: null } }, ["open", "open", "risk"]],
    ["everything but the voice", { microphone: null }, ["good", "open", "good"]],
    ["a silent microphone", { microphone: "SILENT" }, ["good", "risk", "good"]],
  ])("knowing %s, the lights say so", (_, change, [camera, microphone, connection]) => {
    const verdict = verdictOf({ ...good, ...change });
    expect(verdict.lights).toEqual({ camera, microphone, connection });
    expect(verdict.outcome === null).toBe([camera, microphone, connection].includes("open") || !({ ...good, ...change }).connectionDone);
  });

  it.each<[Results["relays"], boolean]>([
    [{ UDP: works, TCP: works, TLS: works }, false],
    [{ UDP: blocked, TCP: works, TLS: works }, true],
    [{ UDP: noData, TCP: blocked, TLS: works }, true],
    [{ UDP: blocked, TCP: blocked, TLS: blocked }, false],
    [{ UDP: notOffered, TCP: works, TLS: works }, false],
  ])("%o is a detour: %s", (relays, detour) => {
    expect(verdictOf({ ...good, relays }).detour).toBe(detour);
  });

  it("every finding can be found", () => {
    const reachable = new Set<Finding>();
    const values: Partial<Results>[] = [
      ...MEDIA_PROBLEMS.map((problem) => ({ camera: problem, microphone: problem, inApp: true })),
      { camera: "DARK" }, { camera: "OFF", microphone: "OFF" }, { microphone: "SILENT" }, { speaker: "NOT_HEARD" },
      { support: ["SECURE_CONTEXT"] }, { support: ["WEB_SOCKET"] }, { signalling: { code: "BLOCKED", rttMs: null } },
      { relays: { UDP: blocked, TCP: blocked, TLS: blocked } }, { relays: { UDP: blocked, TCP: blocked, TLS: blocked }, stun: "BLOCKED" },
      { relays: { UDP: notOffered, TCP: notOffered, TLS: notOffered } },
      path({ lossPercent: 50, rttMs: 900, jitterMs: 200 }), { kbps: 300 }, { kbps: 3 },
    ];
    for (const change of values) for (const finding of verdictOf({ ...good, ...change }).findings) reachable.add(finding);
    expect(FINDINGS.filter((finding) => !reachable.has(finding))).toEqual([]);
  });
});
