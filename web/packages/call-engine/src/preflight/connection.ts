import type { IceServers } from "@consilium/protocol";

export type ConnectionCheck = "DIRECT_AND_RELAY" | "DIRECT_ONLY" | "RELAY_ONLY" | "NONE";

/** Which ways out of this network there are: gathers candidates for at most five seconds. */
export async function checkConnection(ice: IceServers): Promise<ConnectionCheck> {
  const connection = new RTCPeerConnection({
    iceServers: ice.servers.map((server) => ({
      urls: server.urls,
      ...(server.username ? { username: server.username } : {}),
      ...(server.credential ? { credential: server.credential } : {}),
    })),
  });
  const types = new Set<string>();
  connection.createDataChannel("check");
  const done = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, 5_000);
    connection.onicecandidate = (event) => {
      if (event.candidate?.type) types.add(event.candidate.type);
      if (!event.candidate || (types.has("relay") && types.size > 1)) {
        clearTimeout(timer);
        resolve();
      }
    };
  });
  try {
    await connection.setLocalDescription();
    await done;
  } finally {
    connection.close();
  }
  const direct = types.has("host") || types.has("srflx");
  if (types.has("relay")) return direct ? "DIRECT_AND_RELAY" : "RELAY_ONLY";
  return direct ? "DIRECT_ONLY" : "NONE";
}
