import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { api, type DemoAccount } from "../../api";
import { Avatar } from "../../components/Avatar";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";

export function LoginPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const app = useQuery({ queryKey: ["app"], queryFn: api.app });
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const enter = async (sign: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await sign();
      await queries.resetQueries();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter(() => api.signIn(email, password));
  };
  const field = "w-full min-h-12 rounded-xl border border-line bg-surface px-4";
  return (
    <main className="mx-auto grid min-h-dvh max-w-5xl content-center gap-10 px-5 py-10 md:grid-cols-2 md:gap-16">
      <div>
        <img src="/logo.svg" alt="" width="56" height="56" className="mb-6" />
        <h1 className="text-4xl font-bold">{t("login.title")}</h1>
        <p className="mb-6 mt-2 text-ink-soft">{app.data?.name}. {t("login.lead")}</p>
        <form onSubmit={submit} className="grid max-w-md gap-4">
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
        </form>
      </div>
      {app.data?.demo && <Demo onPick={(id) => void enter(() => api.demoSignIn(id))} />}
    </main>
  );
}

function Demo({ onPick }: { onPick: (id: string) => void }) {
  const { t } = useTranslation();
  const accounts = useQuery({ queryKey: ["demo-accounts"], queryFn: api.demoAccounts });
  const other = location.hostname === "localhost" ? location.origin.replace("localhost", "127.0.0.1") : location.origin.replace("127.0.0.1", "localhost");
  return (
    <section aria-labelledby="demo" className="self-center">
      <h2 id="demo" className="text-2xl font-bold">{t("login.demoTitle")}</h2>
      <p className="mb-4 mt-1 text-ink-soft">{t("login.demoLead")}</p>
      <ul className="grid gap-2">
        {accounts.data?.map((account) => <li key={account.id}><Choice account={account} onPick={onPick} /></li>)}
      </ul>
      {other !== location.origin && <p className="mt-4 text-base text-ink-soft">{t("login.otherSide", { url: other })}</p>}
    </section>
  );
}

function Choice({ account, onPick }: { account: DemoAccount; onPick: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      data-testid={`demo-${account.name.replaceAll(" ", "-").toLowerCase()}`}
      onClick={() => onPick(account.id)}
      className="flex w-full items-center gap-3 rounded-card border border-line bg-surface px-4 py-2 text-start transition hover:border-primary"
    >
      <Avatar name={account.name} />
      <span className="grid">
        <span className="font-semibold">{t("login.continueAs", { name: account.name })}</span>
        <span className="text-base text-ink-soft">{[t(`login.role.${account.role}`), account.about].filter(Boolean).join(" · ")}</span>
      </span>
    </button>
  );
}
