import { useMemo } from "react";
import { qrPath } from "../lib/qr-path";

/** Made on this page: the address goes to nobody. Always dark on light, because many readers know nothing else. */
export default function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => qrPath(text), [text]);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" className="size-44 rounded-xl bg-white" data-testid="qr">
      <path d={path} fill="black" />
    </svg>
  );
}
