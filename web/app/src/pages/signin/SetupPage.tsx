import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { api, Refusal } from "../../api";
import { Button } from "../../components/Button";
import { useTitle } from "../../hooks/useTitle";
import { Door } from "./Door";
import { FIELD, NewPassword } from "./NewPassword";

/** The first administrator, by the link that the program prints where it runs. */
export default function SetupPage() {
  const { t, i18n } = useTranslation();
  useTitle(t("signin.setup.title"));
  const [token] = useState(() => location.hash.slice(1));
  const [form, setForm] = useState({ name: "", email: "", password: "" });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const make = useMutation({ mutationFn: () => api.setUp({ token, ...form, zone, locale: i18n.language.slice(0, 2) }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  const over = make.error instanceof Refusal && make.error.code === "LINK_OVER";
  if (over || make.isSuccess) {
    return (
      <Door>
        <h1 className="text-3xl font-bold" data-testid={over ? "setup-over" : "setup-done"}>{t(over ? "signin.link.over" : "signin.setup.done")}</h1>
        <p>{t(over ? "signin.setup.overText" : "signin.setup.doneText")}</p>
        <a href="/" className="justify-self-start rounded-full bg-primary px-7 py-3 font-semibold text-on-primary">{t("login.submit")}</a>
      </Door>
    );
  }
  return (
    <Door>
      <h1 className="text-3xl font-bold">{t("signin.setup.title")}</h1>
      <p className="text-ink-soft">{t("signin.setup.lead")}</p>
      <form onSubmit={submit} className="grid gap-5">
        <label className="grid gap-1"><span className="font-semibold">{t("signin.setup.name")}</span><input className={FIELD} autoComplete="name" required maxLength={120} value={form.name} onChange={(event) => setForm({ ...form, name: event.target.value })} /></label>
        <label className="grid gap-1"><span className="font-semibold">{t("login.email")}</span><input className={FIELD} type="email" autoComplete="username" required maxLength={320} value={form.email} onChange={(event) => setForm({ ...form, email: event.target.value })} /></label>
        <NewPassword value={form.password} onChange={(password) => setForm({ ...form, password })} error={make.error} />
        <Button type="submit" large disabled={make.isPending}>{t("signin.setup.submit")}</Button>
      </form>
    </Door>
  );
}
