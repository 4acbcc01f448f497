import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Failure } from "../../components/Failure";
import { useStore } from "../../hooks/useStore";
import { endForAll } from "./end-for-all";
import type { OpenCall } from "./warm-call";

/** The doctor ends for both or leaves; the patient leaves and may come back. Asked once, because ending is for ever. */
export function Leaving({ open, onClose }: { open: OpenCall; onClose: () => void }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const { consultation } = useStore(open.call.store);
  const [refusal, setRefusal] = useState<unknown>(null);
  const doctor = user.role === "DOCTOR";
  const end = () => {
    if (!consultation) return;
    void endForAll(open, consultation.consultation).then(onClose, setRefusal);
  };
  return (
    <Dialog title={t(doctor ? "call.endTitle" : "call.leaveTitle")} onClose={onClose}>
      <p className="mb-5">{t(doctor ? "call.endText" : "call.leaveText")}</p>
      {refusal !== null && <div className="mb-4"><Failure error={refusal} onRetry={end} /></div>}
      <div className="grid gap-3">
        {doctor && <Button large look="danger" data-testid="end-for-all" onClick={end}>{t("call.endForAll")}</Button>}
        <Button large look={doctor ? "calm" : "danger"} data-testid="leave-only" onClick={() => open.call.leave()}>{t(doctor ? "call.leaveOnly" : "call.leave")}</Button>
        <Button look="plain" onClick={onClose}>{t("call.stay")}</Button>
      </div>
    </Dialog>
  );
}
