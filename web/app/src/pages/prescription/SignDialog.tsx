import { useState } from "react";
import { useTranslation } from "react-i18next";
import { prescriptions, type Item } from "../../api/prescriptions";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Failure } from "../../components/Failure";
import { itemLine } from "./item-words";

/** Once more, all of it, before it cannot be changed any more. */
export function SignDialog({ id, items, notes, patient, allergies, settle, onClose, onSigned }: {
  id: string; items: Item[]; notes: string; patient: string; allergies: string[]; settle: () => Promise<number>; onClose: () => void; onSigned: () => void;
}) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sign = async () => {
    setBusy(true);
    try {
      await prescriptions.sign(id, await settle());
      onSigned();
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  };
  return (
    <Dialog title={t("prescription.signTitle", { name: patient })} onClose={onClose}>
      <div className="grid gap-3">
        {allergies.length > 0 && <p className="rounded-xl bg-warn px-3 py-2 text-on-warn"><span className="font-bold">{t("prescription.allergies")}: </span>{allergies.join(", ")}</p>}
        <ul className="grid max-h-[40dvh] gap-2 overflow-y-auto">
          {items.map((item, at) => <li key={at}><span className="font-semibold">{item.medication}</span><br />{itemLine(t, item)}{item.notes && <><br />{item.notes}</>}</li>)}
        </ul>
        {notes && <p className="whitespace-pre-line text-ink-soft">{notes}</p>}
        <p>{t("prescription.signHint", { name: patient })}</p>
        {error !== null && <Failure error={error} />}
        <div className="flex flex-wrap gap-2">
          <Button disabled={busy} data-testid="sign-confirm" onClick={() => void sign()}>{t("prescription.sign")}</Button>
          <Button look="plain" onClick={onClose}>{t("common.back")}</Button>
        </div>
      </div>
    </Dialog>
  );
}
