import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api, type DemoAccount } from "../../api";
import { Avatar } from "../../components/Avatar";

/** One click for each of the demo's people. Exists in demo mode only. */
export function DemoDoor({ busy, onPick }: { busy: boolean; onPick: (id: string) => void }) {
  const { t } = useTranslation();
  const accounts = useQuery({ queryKey: ["demo-accounts"], queryFn: api.demoAccounts });
  return (
    <section aria-labelledby="demo" className="md:row-span-2">
      <h2 id="demo" className="text-2xl font-bold">{t("login.demoTitle")}</h2>
      <p className="mb-4 mt-1 text-ink-soft">{t("login.demoLead")}</p>
      <ul className="divide-y divide-line overflow-hidden rounded-card bg-surface">
        {accounts.data?.map((account) => <li key={account.id}><Choice account={account} busy={busy} onPick={onPick} /></li>)}
      </ul>
      <OtherSide />
      <p className="mt-2 text-base text-ink-soft"><Link to="/mailbox" data-testid="open-mailbox" className="inline-flex min-h-11 items-center text-primary underline">{t("login.mailbox")}</Link></p>
    </section>
  );
}

/** This computer has two names, so that doctor and patient fit in one browser, each with a cookie of their own. */
function OtherSide() {
  const { t } = useTranslation();
  const other = { localhost: "127.0.0.1", "127.0.0.1": "localhost" }[location.hostname];
  if (!other) return null;
  const url = location.origin.replace(location.hostname, other);
  return (
    <p className="mt-4 text-base text-ink-soft">
      {t("login.otherSide")}{" "}
      <a href={url} target="_blank" rel="noopener" className="text-primary underline">{url}</a>
    </p>
  );
}

function Choice({ account, busy, onPick }: { account: DemoAccount; busy: boolean; onPick: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button" disabled={busy}
      data-testid={`demo-${account.name.replaceAll(" ", "-").toLowerCase()}`}
      onClick={() => onPick(account.id)}
      className="flex w-full items-center gap-4 px-4 py-1.5 text-start transition hover:bg-calm disabled:opacity-60"
    >
      <Avatar name={account.name} />
      <span className="grid">
        <span className="font-semibold">{t("login.continueAs", { name: account.name })}</span>
        <span className="text-base text-ink-soft">{[t(`login.role.${account.role}`), account.about].filter(Boolean).join(" · ")}</span>
      </span>
    </button>
  );
}
