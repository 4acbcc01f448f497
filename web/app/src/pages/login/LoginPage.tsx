import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { api, Refusal } from "../../api";
import { Button } from "../../components/Button";
import { ClinicContact } from "../../components/ClinicContact";
import { Failure } from "../../components/Failure";
import { LanguageChoice } from "../../components/LanguageChoice";
import { useApp } from "../../hooks/useApp";
import { useTitle } from "../../hooks/useTitle";
import { DemoDoor } from "./DemoDoor";

/** Why the account elsewhere did not let somebody in, as the way back says it. */
function refusedElsewhere(): Refusal | null {
  const code = new URLSearchParams(location.search).get("refused");
  return code && /^OIDC_[A-Z_]+$|^LAST_ADMINISTRATOR$/.test(code) ? new Refusal(403, code, "", {}) : null;
}

/** The door. */
export function LoginPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const app = useApp();
  useTitle(t("login.submit"));
  const [error, setError] = useState<unknown>(refusedElsewhere);
  const [busy, setBusy] = useState(false);

  const enter = async (sign: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      const answer = await sign();
      const next = (answer as { next?: string }).next ?? "NOTHING";
      if (next === "NOTHING") await queries.resetQueries();
      else await navigate(`/second-factor?by=${next}`);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="mx-auto flex min-h-dvh max-w-5xl flex-col px-5 sm:px-8">
      <main className="grid flex-1 content-center gap-x-16 gap-y-8 py-8 md:grid-cols-2">
        <div className="content-end md:grid">
          <img src="/logo.svg" alt="" width="56" height="56" className="mb-5" />
          <h1 className="text-4xl font-bold">{t("login.title")}</h1>
          <p className="mt-2 text-ink-soft">{app?.name}. {t("login.lead")}</p>
        </div>
        {app?.demo && <DemoDoor busy={busy} onPick={(id) => void enter(() => api.demoSignIn(id))} />}
        <PasswordForm oidc={app?.oidc} error={error} busy={busy} onSubmit={(email, password) => void enter(() => api.signIn(email, password))} />
      </main>
      <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line py-4 text-base text-ink-soft">
        <ClinicContact />
        <LanguageChoice />
      </footer>
    </div>
  );
}

function PasswordForm({ error, busy, oidc, onSubmit }: { oidc: string | null | undefined; error: unknown; busy: boolean; onSubmit: (email: string, password: string) => void }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(email, password);
  };
  const field = "w-full min-h-12 rounded-xl border border-line-strong bg-surface px-4";
  return (
    <form onSubmit={submit} className="grid max-w-md content-start gap-4">
      <label className="grid gap-1">
        <span>{t("login.email")}</span>
        <input className={field} type="email" autoComplete="username" required value={email} onChange={(e) => setEmail(e.target.value)} data-testid="login-email" />
      </label>
      <label className="grid gap-1">
        <span>{t("login.password")}</span>
        <input className={field} type="password" autoComplete="current-password" required value={password} onChange={(e) => setPassword(e.target.value)} data-testid="login-password" />
      </label>
      {error !== null && <Failure error={error} />}
      <Button large type="submit" disabled={busy} data-testid="login-submit">{t("login.submit")}</Button>
      {oidc && <a href="/oidc/start/clinic" data-testid="login-oidc" className="inline-flex min-h-14 items-center justify-center rounded-full bg-calm px-7 text-center text-lg font-semibold text-on-calm">{t("login.oidc", { name: oidc })}</a>}
      {"PublicKeyCredential" in window && <Link to="/passkey" data-testid="login-passkey" className="inline-flex min-h-11 items-center justify-self-start text-primary underline">{t("login.passkey")}</Link>}
      <Link to="/sign-in-help" className="inline-flex min-h-11 items-center justify-self-start text-primary underline">{t("login.help")}</Link>
    </form>
  );
}
