import { useMutation, useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { passkeys } from "../../api/passkeys";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { useTitle } from "../../hooks/useTitle";
import { Door } from "./Door";

/** Signing in without a password. The browser's own window opens by itself. */
export default function PasskeyPage() {
  const { t } = useTranslation();
  useTitle(t("login.passkey"));
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signIn = useMutation({
    mutationFn: passkeys.signIn,
    onSuccess: async () => {
      await navigate("/", { replace: true });
      await queries.resetQueries();
    },
  });
  const begun = useRef(false);
  const ask = signIn.mutate;
  useEffect(() => {
    if (!begun.current) ask();
    begun.current = true;
  }, [ask]);
  return (
    <Door>
      <h1 className="text-3xl font-bold">{t("login.passkey")}</h1>
      {signIn.error ? <Failure error={signIn.error} /> : <p className="text-ink-soft" role="status">{t("passkeys.follow")}</p>}
      <Button large data-testid="passkey-again" disabled={signIn.isPending} onClick={() => ask()}><KeyRound size={20} aria-hidden="true" />{t(signIn.error ? "common.tryAgain" : "passkeys.use")}</Button>
      <a href="/" className="inline-flex min-h-11 items-center justify-self-start text-primary underline">{t("passkeys.instead")}</a>
    </Door>
  );
}
