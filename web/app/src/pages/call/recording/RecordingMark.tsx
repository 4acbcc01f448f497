import { CircleStop } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../../app/session";
import { useStore } from "../../../hooks/useStore";
import type { OpenCall } from "../warm-call";
import { erases, viewOf } from "./view";

/** Whether it is recorded, always in sight; and the one click that ends it. */
export function RecordingMark({ open }: { open: OpenCall }) {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const { recording, me } = useStore(open.call.store);
  const { going, asked, reason } = viewOf(recording, me);
  if (!going) return null;
  const doctor = user.role === "DOCTOR";
  const words = going === "recording" ? t("recording.on") : going === "asked" ? t("recording.waiting") : t("recording.paused");
  const why = going === "paused" && (reason === "JOINED" || reason === "LEFT" || reason === "NO_RECORDER") ? t(`recording.why.${reason}`, { context: user.role }) : null;
  const warned = !asked && erases(recording, doctor);
  const end = () => (doctor ? open.call.recording.stop() : open.call.recording.answer(false, i18n.language));
  return (
    <div data-testid="recording-mark" data-state={going} className="absolute inset-x-0 top-24 z-30 mx-auto flex w-fit max-w-[94%] items-center gap-3 rounded-[1.75rem] bg-black/80 py-1 ps-4 pe-1 text-base text-white short:top-2">
      <span aria-hidden="true" className={`size-3 shrink-0 ${going === "recording" ? "rounded-full bg-[#ff6b57]" : "border-x-4 border-white"}`} />
      <span>
        <strong className="font-semibold">{words}</strong>{why && <span className="block text-sm opacity-90">{why}</span>}
        {warned && <span id="recording-erases" data-testid="recording-erases" className="block text-sm opacity-90">{t("recording.erases")}</span>}
      </span>
      {!asked && (
        <button type="button" data-testid="recording-end" aria-describedby={warned ? "recording-erases" : undefined} onClick={end} className="inline-flex min-h-11 shrink-0 items-center gap-2 rounded-full bg-white/15 px-4 font-semibold hover:bg-white/25">
          <CircleStop size={18} aria-hidden="true" />{t(doctor ? "recording.stop" : "recording.withdraw")}
        </button>
      )}
    </div>
  );
}
