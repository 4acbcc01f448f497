import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Notice } from "../../components/Notice";
import { useTitle } from "../../hooks/useTitle";
import { Door } from "./Door";
import { FIELD } from "./NewPassword";

/** For whoever cannot sign in: a link into the next appointment, or a new password. Both go to the mailbox. */
export default function HelpPage() {
  const { t } = useTranslation();
  useTitle(t("signin.help.title"));
  const [email, setEmail] = useState("");
  const ask = useMutation({
    mutationFn: (what: "link" | "password") => (what === "link" ? api.askForLink({ email }) : api.forgotPassword(email)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate("link");
  };
  return (
    <Door>
      <h1 className="text-3xl font-bold">{t("signin.help.title")}</h1>
      <form onSubmit={submit} className="grid gap-5">
        <label className="grid gap-1">
          <span className="font-semibold">{t("login.email")}</span>
          <input className={FIELD} type="email" autoComplete="username" required value={email} onChange={(event) => setEmail(event.target.value)} data-testid="help-email" />
        </label>
        {ask.error && <Failure error={ask.error} />}
        {ask.isSuccess && <Notice testId="help-sent">{t(ask.variables === "link" ? "signin.link.sent" : "signin.help.sent")}</Notice>}
        <Button type="submit" large data-testid="help-link" disabled={ask.isPending || !email}>{t("signin.help.link")}</Button>
        <Button look="calm" large data-testid="help-password" disabled={ask.isPending || !email} onClick={() => ask.mutate("password")}>{t("signin.help.password")}</Button>
      </form>
      <a href="/" className="inline-flex min-h-11 items-center justify-self-start text-primary underline">{t("common.back")}</a>
    </Door>
  );
}
