import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/Button";
import { Notice } from "../../../components/Notice";

const SPEEDS = [0.75, 1, 1.25, 1.5, 2];

interface Props { url: string; poster: string | null; label: string; mayDownload: boolean; onBroken: () => void }

/** The film in the browser's own player, which has keys, full screen and volume; and how fast it runs. */
export function Player({ url, poster, label, mayDownload, onBroken }: Props) {
  const { t, i18n } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [speed, setSpeed] = useState(1);
  const [broken, setBroken] = useState(false);
  useEffect(() => video.current?.focus(), []);
  useEffect(() => {
    if (!video.current) return;
    // The default, too: a browser falls back on it whenever it loads anew.
    video.current.defaultPlaybackRate = speed;
    video.current.playbackRate = speed;
  }, [speed]);
  const again = () => {
    setBroken(false);
    video.current?.load();
  };
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <div className="grid gap-3">
      <video
        ref={video} src={url} poster={poster ?? undefined} aria-label={label} data-testid="recording-video" className="aspect-video w-full rounded-xl bg-black"
        controls autoPlay playsInline preload="metadata" disableRemotePlayback controlsList={mayDownload ? undefined : "nodownload"}
        onError={() => { setBroken(true); onBroken(); }}
      />
      {broken && (
        <Notice tone="danger" testId="recording-broken">
          <p className="mb-2">{t("recordings.broken")}</p>
          <Button look="calm" onClick={again}>{t("common.tryAgain")}</Button>
        </Notice>
      )}
      <label className="flex items-center gap-3 text-base">
        {t("recordings.speed")}
        <select data-testid="recording-speed" value={speed} onChange={(event) => setSpeed(Number(event.target.value))} className="min-h-11 rounded-xl border border-line-strong bg-surface px-3">
          {SPEEDS.map((one) => <option key={one} value={one}>{number.format(one)}×</option>)}
        </select>
      </label>
    </div>
  );
}
