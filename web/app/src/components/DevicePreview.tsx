import { meter, type LocalMedia } from "@consilium/call-engine";
import { Camera, CameraOff, Mic, MicOff } from "lucide-react";
import { useEffect, useMemo, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "../hooks/useStore";
import { Video } from "./Video";

/** One's own picture with a ring that grows with the voice, and the two switches. */
export function DevicePreview({ media }: { media: LocalMedia }) {
  const { t } = useTranslation();
  const { camera, microphone } = useStore(media.store);
  const picture = useMemo(() => (camera.track ? new MediaStream([camera.track]) : null), [camera.track]);
  return (
    <LevelRing track={microphone.on ? microphone.track : null}>
      <div className="relative aspect-video overflow-hidden rounded-card bg-[#0b1312]">
        {picture ? (
          <Video stream={picture} data-testid="preview" className="mirrored size-full object-cover" />
        ) : (
          <p className="grid size-full place-content-center text-[#b3c3c0]">{t("devices.cameraOff")}</p>
        )}
        <div className="absolute inset-x-0 bottom-3 flex justify-center gap-3">
          <Switch id="microphone" on={microphone.on} label={microphone.on ? t("call.mute") : t("call.unmute")} onClick={() => void media.setMicrophone(!microphone.on)}>
            {microphone.on ? <Mic aria-hidden="true" /> : <MicOff aria-hidden="true" />}
          </Switch>
          <Switch id="camera" on={camera.on} label={camera.on ? t("call.cameraOff") : t("call.cameraOn")} onClick={() => void media.setCamera(!camera.on)}>
            {camera.on ? <Camera aria-hidden="true" /> : <CameraOff aria-hidden="true" />}
          </Switch>
        </div>
      </div>
    </LevelRing>
  );
}

function Switch({ id, on, label, onClick, children }: { id: string; on: boolean; label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" data-testid={`preview-${id}`} aria-pressed={on} aria-label={label} onClick={onClick} className="inline-flex size-14 items-center justify-center rounded-full bg-black/60 text-white hover:bg-black/80">
      {children}
    </button>
  );
}

/**
 * The level is drawn past React: fifteen times a second is too often to build a page anew. The ring is a plate behind the
 * picture that is scaled: a shadow would be painted again for each step, and a phone that waits should not grow warm.
 */
function LevelRing({ track, children }: { track: MediaStreamTrack | null; children: ReactNode }) {
  const { t } = useTranslation();
  const ring = useRef<HTMLDivElement>(null);
  const scale = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = (level: number) => {
      if (ring.current) grow(ring.current, level === 0 ? 0 : 3 + level * 13);
      scale.current?.setAttribute("aria-valuenow", String(Math.round(level * 100)));
    };
    show(0);
    const stop = track ? meter(track, show) : undefined;
    return () => {
      stop?.();
      show(0);
    };
  }, [track]);
  return (
    <div className="grid gap-5">
      <div className="relative m-1">
        <div ref={ring} aria-hidden="true" className="absolute inset-0 rounded-card bg-good will-change-transform" />
        <div className="relative">{children}</div>
      </div>
      <div ref={scale} role="meter" aria-label={t("devices.microphone")} aria-valuemin={0} aria-valuemax={100} aria-valuenow={0} data-testid="level" className="sr-only" />
      {track && <p className="text-base text-ink-soft">{t("check.ring")}</p>}
    </div>
  );
}

/** Lets it stand out by that many pixels on every side. */
function grow(plate: HTMLElement, by: number): void {
  plate.style.opacity = by > 0 ? "1" : "0";
  plate.style.transform = `scale(${1 + (2 * by) / Math.max(1, plate.offsetWidth)}, ${1 + (2 * by) / Math.max(1, plate.offsetHeight)})`;
}
