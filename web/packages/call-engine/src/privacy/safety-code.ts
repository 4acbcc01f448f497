/**
 * The slow part of the code. Somebody in the middle would have to find certificates that give both sides the same twelve
 * digits while the call is being set up; each guess costs them as many rounds as it costs us once.
 */
const ROUNDS = 100_000;
const DIGITS = 12;
const GROUP = 3;

/**
 * A number that both sides of a connection see alike, and that differs as soon as somebody sits between them: from the
 * fingerprints of both certificates, in no particular order, and the consultation. Four groups of three digits, easy to
 * read aloud. PBKDF2 (RFC 8018) with HMAC-SHA-256.
 *
 * @param fingerprints SHA-256 of the certificates, in hexadecimal
 */
export async function safetyCode(fingerprints: readonly [string, string], consultation: string): Promise<string[]> {
  const bytes = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", bytes.encode(fingerprints.map(bare).sort().join("\n")), "PBKDF2", false, ["deriveBits"]);
  const salt = bytes.encode(`consilium safety code 1\n${consultation.toLowerCase()}`);
  const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS }, key, 128);
  const number = BigInt(`0x${hexadecimal(bits)}`) % 10n ** BigInt(DIGITS);
  const digits = number.toString().padStart(DIGITS, "0");
  return Array.from({ length: DIGITS / GROUP }, (_, group) => digits.slice(group * GROUP, (group + 1) * GROUP));
}

function bare(fingerprint: string): string {
  return fingerprint.replaceAll(":", "").toLowerCase();
}

export function hexadecimal(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
