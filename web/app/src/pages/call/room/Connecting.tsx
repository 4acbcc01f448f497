import { useTranslation } from "react-i18next";
import { useStore } from "../../../hooks/useStore";
import type { OpenCall } from "../warm-call";

/** Beneath the provider's frame, which may take a while to load and shows nothing meanwhile. */
export function Connecting({ open }: { open: OpenCall }) {
  const { t } = useTranslation();
  const { link, roomProblem } = useStore(open.call.store);
  if (link === "up" || roomProblem) return null;
  return <p role="status" data-testid="room-connecting" className="px-6 text-center text-lg text-white">{t("room.connecting")}</p>;
}
