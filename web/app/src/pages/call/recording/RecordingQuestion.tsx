import { useTranslation } from "react-i18next";
import { Button } from "../../../components/Button";
import { useStore } from "../../../hooks/useStore";
import type { OpenCall } from "../warm-call";
import { Facts } from "./Facts";
import { textOf } from "./terms";
import { viewOf } from "./view";

/** Everybody answers for themselves, on their own screen, while the call goes on beside the question; on a phone before an open side sheet, too. */
export function RecordingQuestion({ open, doctor }: { open: OpenCall; doctor: string }) {
  const { t, i18n } = useTranslation();
  const { recording, me } = useStore(open.call.store);
  if (!recording || !viewOf(recording, me).asked) return null;
  const answer = (agreed: boolean) => () => open.call.recording.answer(agreed, i18n.language, textOf(t, recording));
  return (
    <section role="dialog" aria-labelledby="recording-question" data-testid="recording-question" className="absolute inset-x-3 bottom-28 z-30 mx-auto flex max-h-[calc(100dvh-9rem)] max-w-xl flex-col rounded-card bg-surface p-5 shadow-(--shadow) short:bottom-2 short:end-24 short:max-h-[calc(100dvh-1rem)]">
      <h2 id="recording-question" className="mb-2 text-xl font-bold">{t("recording.question", { name: doctor })}</h2>
      {/* What does not fit scrolls; both answers are always in sight, side by side: none is easier to give than the other. */}
      <div tabIndex={0} role="group" aria-labelledby="recording-question" className="min-h-0 overflow-y-auto">
        <Facts rules={recording} />
        <p className="mt-3 font-semibold">{t("recording.free")}</p>
      </div>
      <div className="mt-4 grid shrink-0 grid-cols-2 gap-3">
        <Button look="calm" large data-testid="recording-decline" onClick={answer(false)}>{t("recording.decline")}</Button>
        <Button look="calm" large data-testid="recording-agree" onClick={answer(true)}>{t("recording.agree")}</Button>
      </div>
    </section>
  );
}
