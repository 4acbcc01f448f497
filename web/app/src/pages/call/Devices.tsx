import type { LocalMedia } from "@consilium/call-engine";
import { useTranslation } from "react-i18next";
import { DeviceChoice } from "../../components/DeviceChoice";
import { DevicePreview } from "../../components/DevicePreview";
import { MediaTrouble } from "../../components/MediaTrouble";

/** Own picture, level, switches, what to do when something cannot be had, and what is used. */
export function Devices({ media }: { media: LocalMedia }) {
  const { t } = useTranslation();
  return (
    <section className="grid grid-cols-1 content-start gap-4" aria-label={t("check.title")}>
      <DevicePreview media={media} />
      <MediaTrouble media={media} />
      <DeviceChoice media={media} />
    </section>
  );
}
