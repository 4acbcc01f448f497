import type { IceServers } from "@consilium/protocol";
import type { Transport } from "./results";

/** The one server of the relay that is spoken to in this way; null when the clinic offers none. */
export function relayOver(ice: IceServers, transport: Transport): RTCIceServer | null {
  for (const server of ice.servers) {
    const url = server.urls.find((one) => transportOf(one) === transport);
    if (url) return { urls: [url], username: server.username ?? "", credential: server.credential ?? "" };
  }
  return null;
}

export function stunOf(ice: IceServers): RTCIceServer | null {
  const url = ice.servers.flatMap((server) => server.urls).find((one) => one.startsWith("stun:"));
  return url ? { urls: [url] } : null;
}

/** RFC 7065. TLS over UDP is not checked: browsers do not speak it to relays. */
export function transportOf(url: string): Transport | null {
  const tcp = /[?&]transport=tcp\b/i.test(url);
  if (url.startsWith("turns:")) return /[?&]transport=udp\b/i.test(url) ? null : "TLS";
  if (url.startsWith("turn:")) return tcp ? "TCP" : "UDP";
  return null;
}
