import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { timeWords } from "../../lib/time-words";

/** Where somebody is signed in, and the way out of each. */
export function Sessions() {
  const { t, i18n } = useTranslation();
  const { signOut } = useSession();
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ["sessions"], queryFn: api.sessions });
  const end = useMutation({ mutationFn: api.endSession, onSettled: () => queries.invalidateQueries({ queryKey: ["sessions"] }) });
  const all = useMutation({ mutationFn: api.signOutEverywhere, onSuccess: signOut });
  return (
    <section className="grid gap-4" aria-labelledby="sessions">
      <h2 id="sessions" className="text-2xl font-bold">{t("account.sessions")}</h2>
      {list.isPending && <Skeleton className="h-24" />}
      {(list.error ?? end.error ?? all.error) && <Failure error={list.error ?? end.error ?? all.error} onRetry={() => void list.refetch()} />}
      <ul className="divide-y divide-line rounded-card bg-surface" data-testid="sessions">
        {list.data?.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
            <span className="min-w-48 flex-1">
              <span className="block font-semibold">{session.program ? t("account.program") : session.browser || t("account.unknownBrowser")}</span>
              <span className="block text-base text-ink-soft">{t("account.signedIn", { time: timeWords(t, session.startedAt, Date.now(), i18n.language) })}</span>
            </span>
            {session.current ? <span className="text-base text-good">{t("account.here")}</span> : <Button look="plain" disabled={end.isPending} onClick={() => end.mutate(session.id)}>{t("common.signOut")}</Button>}
          </li>
        ))}
      </ul>
      <Button look="calm" className="justify-self-start" data-testid="sign-out-everywhere" disabled={all.isPending} onClick={() => all.mutate()}>{t("account.everywhere")}</Button>
    </section>
  );
}
