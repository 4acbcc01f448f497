import { useMutation } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { passkeys } from "../../api/passkeys";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { passkeysPossible } from "../../lib/passkey";
import { Codes } from "./EnrolApp";

/** The second step by passkey. */
export function AnswerByPasskey({ onDone }: { onDone: () => Promise<void> }) {
  const { t } = useTranslation();
  const answer = useMutation({ mutationFn: passkeys.afterPassword, onSuccess: onDone });
  if (!passkeysPossible()) return <p className="rounded-card bg-calm px-4 py-3 text-on-calm">{t("passkeys.notHere")}</p>;
  return (
    <div className="grid gap-4">
      <p className="text-ink-soft">{t("passkeys.lead")}</p>
      {answer.error && <Failure error={answer.error} />}
      <Button large data-testid="answer-passkey" disabled={answer.isPending} onClick={() => answer.mutate()}><KeyRound size={20} aria-hidden="true" />{t("passkeys.use")}</Button>
    </div>
  );
}

/** At the first sign-in, in place of an app. */
export function EnrolPasskey({ onDone, onMade }: { onDone: () => void; onMade: () => void }) {
  const { t } = useTranslation();
  const make = useMutation({ mutationFn: () => passkeys.add("", null), onSuccess: onMade });
  if (make.data) return <Codes codes={make.data.codes} onDone={onDone} />;
  if (!passkeysPossible()) return null;
  return (
    <div className="grid gap-4 rounded-card bg-surface p-4">
      <h2 className="text-xl font-bold">{t("passkeys.enrol")}</h2>
      <p className="text-ink-soft">{t("passkeys.what")}</p>
      {make.error && <Failure error={make.error} />}
      <Button look="calm" large data-testid="enrol-passkey" disabled={make.isPending} onClick={() => make.mutate()}><KeyRound size={20} aria-hidden="true" />{t("passkeys.make")}</Button>
    </div>
  );
}
