import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client, open } from "../../api/http";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { dateAndTime } from "../../lib/time-words";

const PAGE = 100;
const accesses = (before?: number) => open(client.GET("/api/v1/account/accesses", { params: { query: before ? { before } : {} } }));

/** U29: who of the clinic saw or changed what is mine. */
export function WhoSawMyData() {
  const { t, i18n } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ["accesses"], initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) => accesses(pageParam),
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.number),
  });
  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton className="h-40" />;
  const all = list.data.pages.flat();
  return (
    <section className="grid gap-3" aria-labelledby="who-saw">
      <h2 id="who-saw" className="text-2xl font-bold">{t("audit.mine.title")}</h2>
      <p className="max-w-2xl text-ink-soft">{t(all.length === 0 ? "audit.mine.none" : "audit.mine.help")}</p>
      <ul className="grid gap-2" data-testid="accesses">
        {all.map(({ number, at, who, role, action, subject }) => (
          <li key={number} data-subject={subject} className="grid gap-x-5 rounded-card bg-surface px-4 py-3 text-base sm:grid-cols-[11rem_minmax(0,1fr)]">
            <time dateTime={at} className="text-ink-soft">{dateAndTime(at, i18n.language)}</time>
            <span><span className="font-semibold">{who ?? t(`audit.role.${role}`)}</span> · {t(`audit.action.${action}`)}: {t(`audit.subject.${subject}`)}</span>
          </li>
        ))}
      </ul>
      {list.hasNextPage && <div><Button look="calm" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t("audit.older")}</Button></div>}
    </section>
  );
}
