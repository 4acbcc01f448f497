import { meter, type DeviceKind, type LocalMedia } from "@consilium/call-engine";
import { Camera, CameraOff, Mic, MicOff, Volume2 } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { MediaTrouble } from "../../components/MediaTrouble";
import { Video } from "../../components/Video";
import { useStore } from "../../hooks/useStore";
import { testSound } from "../../lib/ring-tone";

/** Own picture, level, switches, pickers, and what to do when something cannot be had. */
export function Devices({ media }: { media: LocalMedia }) {
  const { t } = useTranslation();
  const state = useStore(media.store);
  const picture = useMemo(() => (state.camera.track ? new MediaStream([state.camera.track]) : null), [state.camera.track]);
  const round = "inline-flex size-14 items-center justify-center rounded-full bg-black/60 text-white hover:bg-black/80";
  return (
    <section className="grid grid-cols-1 content-start gap-4" aria-label={t("devices.title")}>
      <div className="relative aspect-video overflow-hidden rounded-card bg-[#0b1312]">
        {picture ? (
          <Video stream={picture} data-testid="preview" className="mirrored size-full object-cover" />
        ) : (
          <p className="grid size-full place-content-center text-[#b3c3c0]">{t("devices.cameraOff")}</p>
        )}
        <div className="absolute inset-x-0 bottom-3 flex justify-center gap-3">
          <button type="button" className={round} data-testid="preview-microphone" aria-pressed={state.microphone.on} aria-label={state.microphone.on ? t("call.mute") : t("call.unmute")} onClick={() => void media.setMicrophone(!state.microphone.on)}>
            {state.microphone.on ? <Mic aria-hidden="true" /> : <MicOff aria-hidden="true" />}
          </button>
          <button type="button" className={round} data-testid="preview-camera" aria-pressed={state.camera.on} aria-label={state.camera.on ? t("call.cameraOff") : t("call.cameraOn")} onClick={() => void media.setCamera(!state.camera.on)}>
            {state.camera.on ? <Camera aria-hidden="true" /> : <CameraOff aria-hidden="true" />}
          </button>
        </div>
      </div>
      <Level track={state.microphone.on ? state.microphone.track : null} />
      <MediaTrouble media={media} />
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {(["camera", "microphone", "speaker"] as const).map((kind) => (
          <Picker key={kind} media={media} kind={kind} />
        ))}
        <Button look="calm" onClick={testSound} className="self-end"><Volume2 size={20} aria-hidden="true" />{t("devices.testSound")}</Button>
      </div>
    </section>
  );
}

function Level({ track }: { track: MediaStreamTrack | null }) {
  const { t } = useTranslation();
  const [level, setLevel] = useState(0);
  useEffect(() => {
    setLevel(0);
    return track ? meter(track, setLevel) : undefined;
  }, [track]);
  return (
    <div>
      <div role="meter" aria-label={t("devices.microphone")} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(level * 100)} data-testid="level" className="h-3 overflow-hidden rounded-full bg-line">
        <div className="h-full origin-left bg-good transition-transform rtl:origin-right" ref={(bar) => { if (bar) bar.style.transform = `scaleX(${level})`; }} />
      </div>
      <p className="text-base text-ink-soft">{track ? t("devices.speak") : ""}</p>
    </div>
  );
}

export function Picker({ media, kind }: { media: LocalMedia; kind: DeviceKind }) {
  const { t } = useTranslation();
  const state = useStore(media.store);
  const devices = state.devices[kind];
  if (devices.length === 0) return null;
  const chosen = kind === "speaker" ? state.speakerId : state[kind].deviceId;
  return (
    <label className="grid grid-cols-1 gap-1 text-base">
      <span className="text-ink-soft">{t(`devices.${kind}`)}</span>
      <select className="min-h-11 rounded-xl border border-line bg-surface px-3" data-testid={`picker-${kind}`} value={chosen ?? ""} onChange={(event) => void media.select(kind, event.target.value)}>
        {chosen === null && <option value="">{t("devices.default")}</option>}
        {devices.map((device) => <option key={device.deviceId} value={device.deviceId}>{device.label || t("devices.default")}</option>)}
      </select>
    </label>
  );
}
