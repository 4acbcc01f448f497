import type { LocalMedia } from "@consilium/call-engine";
import { ChevronDown, Settings2, Volume2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStore } from "../hooks/useStore";
import { chosenDevices } from "../lib/chosen-devices";
import { testSound } from "../lib/ring-tone";
import { Button } from "./Button";
import { DevicePicker } from "./DevicePicker";

/** What is used now, in one line; the pickers behind it. */
export function DeviceChoice({ media }: { media: LocalMedia }) {
  const { t } = useTranslation();
  const state = useStore(media.store);
  const chosen = chosenDevices(state);
  return (
    <details data-testid="pickers" className="group rounded-card bg-surface">
      <summary className="grid min-h-14 cursor-pointer grid-cols-[auto_1fr_auto] items-center gap-x-3 rounded-card px-4 py-2 hover:bg-calm [&::-webkit-details-marker]:hidden">
        <Settings2 aria-hidden="true" size={20} className="shrink-0" />
        <span className="min-w-0">
          <span className="block font-semibold">{t("devices.choice")}</span>
          {chosen.length > 0 && <span data-testid="chosen-devices" className="wrap-anywhere text-base text-ink-soft">{chosen.join(" · ")}</span>}
        </span>
        <ChevronDown aria-hidden="true" size={20} className="shrink-0 transition-transform group-open:rotate-180" />
      </summary>
      <div className="grid grid-cols-1 gap-3 p-4 pt-2 sm:grid-cols-2">
        {(["camera", "microphone", "speaker"] as const).map((kind) => <DevicePicker key={kind} media={media} kind={kind} />)}
        <Button look="calm" onClick={() => void testSound(state.speakerId)} className="self-end"><Volume2 size={20} aria-hidden="true" />{t("check.speaker.play")}</Button>
      </div>
    </details>
  );
}
