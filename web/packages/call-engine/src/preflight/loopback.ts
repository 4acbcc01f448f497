import { Scope } from "../core/scope";
import type { RelayResult } from "./results";

export interface Loopback { result: RelayResult; channels: { forth: RTCDataChannel; back: RTCDataChannel } | null }

/** Until the relay has answered at all. */
const WITHIN = 6_000;
/** Until data has gone there and back through a relay that answers: on a bad way it takes several attempts. */
const DATA_WITHIN = 8_000;
const REPEAT = 200;
const ASK = "?";
const ANSWER = "!";

/**
 * Two connections of this page that can reach each other through one relay only, spoken to in one way only. That it works
 * is proven by data that went there and came back. The connections live as long as the scope.
 */
export function loopThrough(scope: Scope, server: RTCIceServer, now: () => number = () => performance.now()): Promise<Loopback> {
  const began = now();
  const a = end(scope, server);
  const b = end(scope, server);
  const forth = a.createDataChannel("forth", { ordered: false, maxRetransmits: 0 });
  const attempt = scope.child();
  let allocated = false;
  let error: number | null = null;
  return new Promise((resolve) => {
    const finish = (code: RelayResult["code"], channels: Loopback["channels"]) => {
      resolve({ result: { code, setUpMs: channels ? Math.round(now() - began) : null, error: channels ? null : error }, channels });
      attempt.close();
    };
    // The first answer counts.
    const give = () => finish(allocated ? "NO_DATA" : "BLOCKED", null);
    for (const one of [a, b]) {
      attempt.listen<RTCPeerConnectionIceErrorEvent>(one, "icecandidateerror", (event) => { error = event.errorCode; });
      attempt.listen<RTCPeerConnectionIceEvent>(one, "icecandidate", ({ candidate }) => {
        if (candidate?.type === "relay") allocated = true;
        // Nothing more will come: no need to wait.
        if (candidate === null && !allocated) give();
      });
    }
    attempt.listen<RTCDataChannelEvent>(b, "datachannel", ({ channel: back }) => {
      attempt.listen<MessageEvent>(back, "message", () => back.send(ANSWER));
      attempt.listen<MessageEvent>(forth, "message", () => finish("WORKS", { forth, back }));
      // On a bad way single packets get lost.
      attempt.every(REPEAT, () => { if (forth.readyState === "open") forth.send(ASK); });
      if (forth.readyState === "open") forth.send(ASK);
    });
    attempt.after(WITHIN, () => { if (!allocated) give(); });
    attempt.after(DATA_WITHIN, give);
    attempt.onClose(give);
    negotiate(attempt, a, b).catch(give);
  });
}

function end(scope: Scope, server: RTCIceServer): RTCPeerConnection {
  const connection = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: "relay" });
  scope.onClose(() => connection.close());
  return connection;
}

async function negotiate(scope: Scope, a: RTCPeerConnection, b: RTCPeerConnection): Promise<void> {
  const toB = exchange(scope, a, b);
  const toA = exchange(scope, b, a);
  await a.setLocalDescription();
  if (a.localDescription) await b.setRemoteDescription(a.localDescription);
  toB.ready();
  await b.setLocalDescription();
  if (b.localDescription) await a.setRemoteDescription(b.localDescription);
  toA.ready();
}

/** Candidates wait until the other end knows what they belong to. */
function exchange(scope: Scope, from: RTCPeerConnection, to: RTCPeerConnection): { ready: () => void } {
  let ready: () => void = () => undefined;
  const described = new Promise<void>((resolve) => { ready = resolve; });
  scope.listen<RTCPeerConnectionIceEvent>(from, "icecandidate", ({ candidate }) => {
    if (candidate) void described.then(() => to.addIceCandidate(candidate)).catch(() => undefined);
  });
  return { ready };
}
