import type { LocalMedia } from "@consilium/call-engine";
import { MicOff } from "lucide-react";
import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { Video } from "../../components/Video";
import { useStore } from "../../hooks/useStore";

const CORNERS = [
  "bottom-28 end-4 short:bottom-4 short:end-24", "bottom-28 start-4 short:bottom-4", "top-24 start-4 short:top-16", "top-24 end-4 short:top-16 short:end-24",
] as const;

/** One's own mirrored picture, in a corner: drag it, or move it with the arrow keys. */
export function SelfView({ media, still = false }: { media: LocalMedia; still?: boolean }) {
  const { t } = useTranslation();
  const { camera, microphone } = useStore(media.store);
  const [corner, setCorner] = useState(0);
  const start = useRef<{ x: number; y: number } | null>(null);
  const picture = useMemo(() => (camera.track ? new MediaStream([camera.track]) : null), [camera.track]);

  const drop = (event: PointerEvent) => {
    if (!start.current || Math.hypot(event.clientX - start.current.x, event.clientY - start.current.y) < 24) return;
    const right = event.clientX > innerWidth / 2;
    const end = document.documentElement.dir === "rtl" ? !right : right;
    const bottom = event.clientY > innerHeight / 2;
    setCorner(bottom ? (end ? 0 : 1) : end ? 3 : 2);
    start.current = null;
  };
  const move = (event: KeyboardEvent) => {
    if (event.key.startsWith("Arrow")) setCorner((corner + (event.key === "ArrowRight" || event.key === "ArrowUp" ? 1 : 3)) % 4);
  };
  const place = still ? "relative size-full" : `absolute z-10 ${CORNERS[corner]} w-32 sm:w-48 short:w-36 aspect-video cursor-grab shadow-(--shadow)`;
  return (
    <div
      role={still ? undefined : "group"} tabIndex={still ? undefined : 0} aria-label={t("call.you")} data-testid="self-view"
      onPointerDown={(event) => { start.current = { x: event.clientX, y: event.clientY }; event.currentTarget.setPointerCapture(event.pointerId); }}
      onPointerUp={drop} onKeyDown={move}
      className={`${place} touch-none overflow-hidden rounded-xl bg-surface`}
    >
      {picture ? <Video stream={picture} className="mirrored size-full object-cover" /> : <p className="grid size-full place-content-center text-base text-ink-soft">{t("call.noVideo")}</p>}
      {!microphone.on && <MicOff aria-label={t("call.muted")} size={20} className="absolute bottom-2 start-2 rounded-full bg-danger p-0.5 text-on-danger" />}
    </div>
  );
}
