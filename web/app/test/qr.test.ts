import decodeQR from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { qrPath } from "../src/lib/qr-path";

/** Draws the path as a browser would, four pixels a square. */
function drawn({ path, size }: { path: string; size: number }) {
  const scale = 4;
  const side = size * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < scale; dy++) {
      for (let dx = 0; dx < scale; dx++) {
        const at = ((Number(y) * scale + dy) * side + Number(x) * scale + dx) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return { width: side, height: side, data };
}

describe("the QR code of a page", () => {
  it.each([
    "https://video.clinic.example/call/0198f5e2-7a43-7c1e-9d0f-2f4b6f0c1a55",
    "https://video.clinic.example:8443/device-check?appointment=0198f5e2-7a43-7c1e-9d0f-2f4b6f0c1a55&x=%C3%A4",
  ])("reads back as %s", (address) => {
    expect(decodeQR(drawn(qrPath(address)))).toBe(address);
  });
});
