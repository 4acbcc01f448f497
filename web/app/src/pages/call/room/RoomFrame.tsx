import { useEffect, useRef } from "react";
import { RoomConnecting } from "./lazy-room";
import type { OpenCall } from "../warm-call";

/** Where a provider shows the pictures in a frame of its own. Our bars stand above and below it, so that neither hides the other's buttons. */
export function RoomFrame({ open }: { open: OpenCall }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (place.current ? open.call.attach(place.current) : undefined), [open]);
  return (
    <div className="absolute inset-x-0 bottom-28 top-24 overflow-hidden bg-black short:bottom-0 short:end-24">
      <div className="absolute inset-0 grid place-content-center"><RoomConnecting open={open} /></div>
      <div ref={place} data-testid="room-frame" className="absolute inset-0" />
    </div>
  );
}
