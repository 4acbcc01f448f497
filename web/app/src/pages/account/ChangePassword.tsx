import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api";
import { Button } from "../../components/Button";
import { Notice } from "../../components/Notice";
import { FIELD, NewPassword } from "../signin/NewPassword";

export function ChangePassword() {
  const { t } = useTranslation();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const save = useMutation({
    mutationFn: () => api.changePassword(current, password),
    onSuccess: () => {
      setCurrent("");
      setPassword("");
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className="grid gap-4" aria-labelledby="change-password">
      <h2 id="change-password" className="text-2xl font-bold">{t("account.password")}</h2>
      <label className="grid gap-1"><span className="font-semibold">{t("account.current")}</span><input className={FIELD} type="password" autoComplete="current-password" required value={current} onChange={(event) => setCurrent(event.target.value)} /></label>
      <NewPassword value={password} onChange={setPassword} error={save.error} />
      {save.isSuccess && <Notice>{t("account.passwordChanged")}</Notice>}
      <Button type="submit" className="justify-self-start" disabled={save.isPending || !current || !password}>{t("account.change")}</Button>
    </form>
  );
}
