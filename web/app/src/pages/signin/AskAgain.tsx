import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Notice } from "../../components/Notice";

/** A new link goes to the address that the clinic has; the answer never tells whether it has one. */
export function AskAgain({ token }: { token: string }) {
  const { t } = useTranslation();
  const ask = useMutation({ mutationFn: () => api.askForLink({ token }) });
  if (ask.isSuccess) return <Notice testId="link-sent">{t("signin.link.sent")}</Notice>;
  return (
    <>
      {ask.error && <Failure error={ask.error} />}
      <Button large data-testid="ask-again" disabled={ask.isPending} onClick={() => ask.mutate()}>{t("signin.link.again")}</Button>
    </>
  );
}
