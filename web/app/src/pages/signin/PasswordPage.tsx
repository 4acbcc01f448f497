import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { api, Refusal } from "../../api";
import { Button } from "../../components/Button";
import { LinkButton } from "../../components/LinkButton";
import { useTitle } from "../../hooks/useTitle";
import { Door } from "./Door";
import { NewPassword } from "./NewPassword";

/** Where the link of an invitation, or of a forgotten password, leads. */
export default function PasswordPage() {
  const { t } = useTranslation();
  useTitle(t("signin.password.title"));
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState("");
  const save = useMutation({ mutationFn: () => api.setPassword(token, password) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  if (save.isSuccess) {
    return (
      <Door>
        <h1 className="text-3xl font-bold" data-testid="password-set">{t("signin.password.done")}</h1>
        <p>{t("signin.password.doneText")}</p>
        <a href="/" className="justify-self-start rounded-full bg-primary px-7 py-3 font-semibold text-on-primary">{t("login.submit")}</a>
      </Door>
    );
  }
  if (save.error instanceof Refusal && save.error.code === "LINK_OVER") {
    return (
      <Door>
        <h1 className="text-3xl font-bold" data-testid="link-over">{t("signin.link.over")}</h1>
        <p>{t("signin.link.overText")}</p>
        <LinkButton to="/sign-in-help" large>{t("signin.help.title")}</LinkButton>
      </Door>
    );
  }
  return (
    <Door>
      <h1 className="text-3xl font-bold">{t("signin.password.title")}</h1>
      <form onSubmit={submit} className="grid gap-5">
        <NewPassword value={password} onChange={setPassword} error={save.error} />
        <Button type="submit" large data-testid="save-password" disabled={save.isPending || !password}>{t("common.save")}</Button>
      </form>
    </Door>
  );
}
