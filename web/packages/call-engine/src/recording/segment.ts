/** What the server counts a piece of a recording by. */
export interface SegmentKey { recording: string; take: number; index: number }

/** A piece of a take, as it is kept here until the server has it. `from`, `to`: server time in ms. `sha256`: of the bytes, in base64. */
export interface Segment extends SegmentKey {
  final: boolean;
  from: number; to: number;
  sha256: string;
  bytes: ArrayBuffer;
}

/** Recorders have been seen to give 50 MB at once (F12); the server takes 8 MiB. */
const LARGEST = 4 * 1024 * 1024;

/** Parts of at most that many bytes; one empty part for nothing. */
export function split(bytes: ArrayBuffer, largest = LARGEST): ArrayBuffer[] {
  const parts: ArrayBuffer[] = [];
  for (let start = 0; start === 0 || start < bytes.byteLength; start += largest) parts.push(bytes.slice(start, start + largest));
  return parts;
}

export async function sha256(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...hash));
}
