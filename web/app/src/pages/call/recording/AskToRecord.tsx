import { useTranslation } from "react-i18next";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { useStore } from "../../../hooks/useStore";
import type { OpenCall } from "../warm-call";
import { Facts } from "./Facts";
import { textOf } from "./terms";

/** Before the doctor asks everybody: what they will be asked. */
export function AskToRecord({ open, onClose }: { open: OpenCall; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { recordingRules } = useStore(open.call.store);
  const rules = recordingRules ?? { keptDays: null, onWithdrawal: null, service: null };
  const ask = () => {
    open.call.recording.request(i18n.language, textOf(t, rules));
    onClose();
  };
  return (
    <Dialog title={t("recording.ask.title")} onClose={onClose}>
      <p className="mb-3">{t("recording.ask.lead")}</p>
      <Facts rules={rules} />
      <div className="mt-5 flex flex-wrap gap-3">
        <Button data-testid="recording-ask" onClick={ask}>{t("recording.ask.do")}</Button>
        <Button look="plain" onClick={onClose}>{t("common.cancel")}</Button>
      </div>
    </Dialog>
  );
}
