import type { DeviceKind, LocalMedia } from "@consilium/call-engine";
import { useTranslation } from "react-i18next";
import { useStore } from "../hooks/useStore";

export function DevicePicker({ media, kind }: { media: LocalMedia; kind: DeviceKind }) {
  const { t } = useTranslation();
  const state = useStore(media.store);
  const devices = state.devices[kind];
  if (devices.length === 0) return null;
  const chosen = kind === "speaker" ? state.speakerId : state[kind].deviceId;
  return (
    <label className="grid grid-cols-1 gap-1 text-base">
      <span className="text-ink-soft">{t(`devices.${kind}`)}</span>
      <select className="min-h-11 min-w-0 rounded-xl border border-line bg-surface px-3" data-testid={`picker-${kind}`} value={chosen ?? ""} onChange={(event) => void media.select(kind, event.target.value)}>
        {chosen === null && <option value="">{t("devices.default")}</option>}
        {devices.map((device) => <option key={device.deviceId} value={device.deviceId}>{device.label || t("devices.default")}</option>)}
      </select>
    </label>
  );
}
