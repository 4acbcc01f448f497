import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api } from "../../api";
import { Failure } from "../../components/Failure";
import { LanguageChoice } from "../../components/LanguageChoice";
import { Skeleton } from "../../components/Loading";
import { useNow } from "../../hooks/useNow";
import { useTitle } from "../../hooks/useTitle";
import { timeWords } from "../../lib/time-words";
import { Mail } from "./Mail";

const EVERY = 5_000;

/** Demo only: the mails that the made-up people got, newest first. */
export default function MailboxPage() {
  const { t, i18n } = useTranslation();
  useTitle(t("mailbox.title"));
  const now = useNow(0, 60_000);
  const mails = useQuery({ queryKey: ["mailbox"], queryFn: api.mailbox, refetchInterval: EVERY });
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = mails.data?.find(({ id }) => id === chosen) ?? mails.data?.[0];
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-4 sm:px-8">
      <header className="flex flex-wrap items-center justify-between gap-3 py-4">
        <Link to="/" className="flex items-center gap-2 text-xl font-bold" aria-label="Consilium"><img src="/logo.svg" alt="" width="36" height="36" /><span>Consilium</span></Link>
        <Link to="/" className="inline-flex min-h-11 items-center text-primary underline">{t("mailbox.back")}</Link>
      </header>
      <main className="grid flex-1 content-start gap-6 pb-12">
        <div>
          <h1 className="text-3xl font-bold">{t("mailbox.title")}</h1>
          <p className="max-w-2xl text-ink-soft">{t("mailbox.help")}</p>
        </div>
        {mails.isPending && <Skeleton className="h-64" />}
        {mails.error && !mails.data && <Failure error={mails.error} onRetry={() => void mails.refetch()} />}
        {mails.data?.length === 0 && <p data-testid="mailbox-empty">{t("mailbox.none")}</p>}
        {shown && mails.data && (
          <div className="grid items-start gap-6 lg:grid-cols-[22rem_minmax(0,1fr)]">
            <ul className="max-h-[75dvh] divide-y divide-line overflow-y-auto rounded-card bg-surface max-lg:max-h-80" data-testid="mailbox">
              {mails.data.map((mail) => (
                <li key={mail.id}>
                  <button type="button" aria-current={mail.id === shown.id} onClick={() => setChosen(mail.id)} className={`grid min-h-14 w-full gap-0.5 px-4 py-3 text-start ${mail.id === shown.id ? "bg-calm text-on-calm" : "hover:bg-calm"}`}>
                    <span className="font-semibold" dir="auto">{mail.subject}</span>
                    <span className="text-base text-ink-soft"><bdi>{mail.to}</bdi> · {timeWords(t, mail.at, now, i18n.language)}</span>
                  </button>
                </li>
              ))}
            </ul>
            <Mail key={shown.id} id={shown.id} />
          </div>
        )}
      </main>
      <footer className="flex justify-end border-t border-line py-4"><LanguageChoice /></footer>
    </div>
  );
}
