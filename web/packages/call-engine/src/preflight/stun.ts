import type { Scope } from "../core/scope";
import type { StunResult } from "./results";

const WITHIN = 6_000;
const UNREACHABLE = 701;

/**
 * Whether a STUN server tells us our address. Without a translator in between it is our own, which browsers then do not say
 * twice: that they finished without complaint is the answer.
 */
export function checkStun(scope: Scope, server: RTCIceServer | null): Promise<StunResult> {
  if (!server) return Promise.resolve("NOT_OFFERED");
  return new Promise((resolve) => {
    const own = scope.child();
    const connection = new RTCPeerConnection({ iceServers: [server] });
    const finish = (result: StunResult) => {
      resolve(result);
      own.close();
    };
    own.onClose(() => {
      connection.close();
      resolve("BLOCKED");
    });
    let failed = false;
    let hosts = 0;
    own.listen<RTCPeerConnectionIceErrorEvent>(connection, "icecandidateerror", (event) => {
      if (event.errorCode === UNREACHABLE) failed = true;
    });
    own.listen<RTCPeerConnectionIceEvent>(connection, "icecandidate", ({ candidate }) => {
      if (candidate?.type === "srflx") finish("WORKS");
      else if (candidate?.candidate) hosts++;
      else if (candidate === null) finish(hosts > 0 && !failed ? "WORKS" : "BLOCKED");
    });
    own.after(WITHIN, () => finish("BLOCKED"));
    connection.createDataChannel("check");
    connection.setLocalDescription().catch(() => finish("BLOCKED"));
  });
}
