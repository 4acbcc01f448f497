import { hexadecimal } from "./safety-code";

type Entry = Record<string, unknown> & { type: string };
type Transport = RTCDtlsTransport & { getRemoteCertificates?: () => ArrayBuffer[] };

/**
 * SHA-256 of the certificates with which this connection is really encrypted, ours first. They come from the connection
 * itself, never from what the server handed on. Null when it is not up, or where the browser does not tell.
 */
export async function fingerprints(connection: RTCPeerConnection): Promise<[string, string] | null> {
  if (connection.connectionState !== "connected") return null;
  const report = await connection.getStats();
  const transport = ([...report.values()] as Entry[]).find((entry) => entry.type === "transport");
  const own = stated(report, transport?.localCertificateId) ?? described(connection.localDescription?.sdp);
  const theirs = stated(report, transport?.remoteCertificateId) ?? (await presented(connection));
  return own && theirs ? [own, theirs] : null;
}

function stated(report: RTCStatsReport, id: unknown): string | null {
  const certificate = report.get(String(id)) as Entry | undefined;
  const known = certificate?.type === "certificate" && String(certificate.fingerprintAlgorithm).toLowerCase() === "sha-256";
  return known && typeof certificate.fingerprint === "string" ? certificate.fingerprint : null;
}

/** What our own browser says of itself; nobody else writes the local description. */
function described(sdp: string | undefined): string | null {
  return /^a=fingerprint:sha-256 ([0-9A-F:]+)\s*$/im.exec(sdp ?? "")?.[1] ?? null;
}

/** The certificate the other end of the encryption showed (DER). */
async function presented(connection: RTCPeerConnection): Promise<string | null> {
  const transport = connection.getSenders()[0]?.transport as Transport | null | undefined;
  const certificate = transport?.getRemoteCertificates?.()[0];
  return certificate ? hexadecimal(await crypto.subtle.digest("SHA-256", certificate)) : null;
}
