/** Boxes of an MP4 (ISO 14496-12) whose kind alone is asked for. */
const HEAD = 8;

/**
 * Whether an MP4 comes in fragments, each of which plays as soon as it is there. One that keeps its index for the end plays no
 * second of it before then: nothing of such a take would survive a crash.
 *
 * @param start the first that the recorder gave
 */
export function isFragmented(start: ArrayBuffer): boolean {
  const kinds = boxes(new DataView(start));
  return kinds[0] === "ftyp" && kinds.includes("moov") && !kinds.slice(0, kinds.indexOf("moov")).includes("mdat");
}

/** Of those that begin in it, in order. */
function boxes(view: DataView): string[] {
  const kinds: string[] = [];
  for (let at = 0; at + HEAD <= view.byteLength;) {
    kinds.push(String.fromCharCode(...[4, 5, 6, 7].map((byte) => view.getUint8(at + byte))));
    const size = view.getUint32(at);
    if (size < HEAD) break;
    at += size;
  }
  return kinds;
}
