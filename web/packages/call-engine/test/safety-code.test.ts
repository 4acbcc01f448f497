import { createHash, pbkdf2Sync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fingerprints } from "../src/privacy/certificates";
import { safetyCode } from "../src/privacy/safety-code";

const A = "32:42:C7:D1:35:53:EE:BA:B2:3E:26:98:77:20:98:B2:FE:CC:54:B6:8E:54:57:87:35:52:53:86:74:06:DD:1A";
const B = "E8:BE:AD:C3:3A:3F:5B:E3:38:F7:A3:7A:D8:2B:47:AB:7D:04:4D:05:31:A5:62:51:E4:29:20:3E:C4:3F:52:07";
const CALL = "00000000-0000-4000-8000-000000000009";

describe("V13, S17: the safety code", () => {
  it("is the same on both sides, however their browsers write fingerprints", async () => {
    const bare = (fingerprint: string) => fingerprint.replaceAll(":", "").toLowerCase();
    expect(await safetyCode([A, B], CALL)).toEqual(await safetyCode([bare(B), bare(A)], CALL.toUpperCase()));
  });

  it("is four groups of three digits, by PBKDF2 over both fingerprints", async () => {
    const code = await safetyCode([A, B], CALL);
    const plain = [A, B].map((fingerprint) => fingerprint.replaceAll(":", "").toLowerCase()).sort().join("\n");
    const bits = pbkdf2Sync(plain, `consilium safety code 1\n${CALL}`, 100_000, 16, "sha256");
    const digits = (BigInt(`0x${bits.toString("hex")}`) % 10n ** 12n).toString().padStart(12, "0");
    expect(code).toEqual(digits.match(/\d{3}/g));
    expect(code).toHaveLength(4);
  });

  it("differs with another certificate, and in another consultation", async () => {
    const other = A.replace("32:42", "32:43");
    const codes = await Promise.all([safetyCode([A, B], CALL), safetyCode([other, B], CALL), safetyCode([A, other], CALL), safetyCode([A, B], CALL.replace("9", "8"))]);
    expect(new Set(codes.map(String)).size).toBe(4);
  });
});

describe("the certificates of a connection", () => {
  const der = new Uint8Array([1, 2, 3]).buffer;
  const hash = createHash("sha256").update(new Uint8Array(der)).digest("hex");
  const connection = (more: Record<string, unknown>, stats: Record<string, unknown>[] = []) => ({
    connectionState: "connected", localDescription: { sdp: `v=0\r\na=fingerprint:sha-256 ${A}\r\n` },
    getStats: async () => new Map(stats.map((entry) => [entry.id, entry])), getSenders: () => [], ...more,
  }) as unknown as RTCPeerConnection;
  const certificates = [
    { id: "t", type: "transport", localCertificateId: "l", remoteCertificateId: "r" },
    { id: "l", type: "certificate", fingerprintAlgorithm: "sha-256", fingerprint: A },
    { id: "r", type: "certificate", fingerprintAlgorithm: "sha-256", fingerprint: B },
  ];

  it("come from the transport's statistics where the browser has them", async () => {
    expect(await fingerprints(connection({ localDescription: null }, certificates))).toEqual([A, B]);
  });

  it("come from the encryption itself where it has not", async () => {
    const sender = { transport: { getRemoteCertificates: () => [der] } };
    expect(await fingerprints(connection({ getSenders: () => [sender] }))).toEqual([A, hash]);
  });

  it("are unknown before the connection is up, and where the browser does not tell", async () => {
    expect(await fingerprints(connection({ connectionState: "connecting" }, certificates))).toBeNull();
    expect(await fingerprints(connection({}))).toBeNull();
  });

  it("never come from what the server handed on", async () => {
    expect(await fingerprints(connection({ remoteDescription: { sdp: `a=fingerprint:sha-256 ${B}\r\n` } }))).toBeNull();
  });
});
