import type { LocalMedia } from "@consilium/call-engine";
import { Volume2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { DevicePicker } from "../../components/DevicePicker";
import { DevicePreview } from "../../components/DevicePreview";
import { MediaTrouble } from "../../components/MediaTrouble";
import { useStore } from "../../hooks/useStore";
import { testSound } from "../../lib/ring-tone";

/** Own picture, level, switches, what to do when something cannot be had, pickers. */
export function Devices({ media }: { media: LocalMedia }) {
  const { t } = useTranslation();
  const { speakerId } = useStore(media.store);
  return (
    <section className="grid grid-cols-1 content-start gap-4" aria-label={t("check.title")}>
      <DevicePreview media={media} />
      <MediaTrouble media={media} />
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {(["camera", "microphone", "speaker"] as const).map((kind) => <DevicePicker key={kind} media={media} kind={kind} />)}
        <Button look="calm" onClick={() => void testSound(speakerId)} className="self-end"><Volume2 size={20} aria-hidden="true" />{t("check.speaker.play")}</Button>
      </div>
    </section>
  );
}
