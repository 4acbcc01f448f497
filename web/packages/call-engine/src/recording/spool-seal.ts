import type { Segment } from "./segment";

/** A segment as it lies on this device's disk: nobody reads it without the key, which no script and no file gives away. */
export type Sealed = Segment & { iv: Uint8Array<ArrayBuffer> };

export function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

export async function seal(key: CryptoKey, segment: Segment): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: placeOf(segment) }, key, segment.bytes);
  return { ...segment, bytes, iv };
}

/** @returns null: it was sealed with a key that is not there any more, or is not what it was */
export async function unseal(key: CryptoKey, { iv, ...segment }: Sealed): Promise<Segment | null> {
  try {
    return { ...segment, bytes: await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: placeOf(segment) }, key, segment.bytes) };
  } catch {
    return null;
  }
}

function placeOf({ recording, take, index, final }: Segment): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([recording, take, index, final]));
}
