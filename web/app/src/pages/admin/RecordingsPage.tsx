import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type StoredRecording } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { useTitle } from "../../hooks/useTitle";
import { sizeWords } from "../../lib/recording-words";
import { dateAndTime } from "../../lib/time-words";
import { RecordingCheck } from "./RecordingCheck";

const PAGE = 200;

/** S24: which recordings the clinic keeps, how they stand, and whether they are whole. Never what they hold, or of whom. */
export default function RecordingsPage() {
  const { t } = useTranslation();
  useTitle(t("stored.title"));
  const list = useInfiniteQuery({
    queryKey: ["stored-recordings"], initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.storedRecordings(pageParam),
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.askedAt),
  });
  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton className="h-64" />;
  const all = list.data.pages.flat();
  return (
    <>
      <h1 className="mb-2 text-3xl font-bold">{t("stored.title")}</h1>
      <p className="mb-5 max-w-2xl text-ink-soft">{t(all.length === 0 ? "stored.none" : "stored.help")}</p>
      <ul className="grid gap-3">{all.map((one) => <Row key={one.id} recording={one} />)}</ul>
      {list.hasNextPage && <div className="mt-5"><Button look="calm" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t("stored.older")}</Button></div>}
    </>
  );
}

function Row({ recording }: { recording: StoredRecording }) {
  const { t, i18n } = useTranslation();
  const { id, phase, startedAt, askedAt, parts, bytes } = recording;
  return (
    <li data-testid="stored-recording" data-id={id} data-phase={phase} className="grid gap-x-6 gap-y-2 rounded-card bg-surface p-4 sm:grid-cols-[1fr_auto] sm:p-5">
      <div className="min-w-0">
        <h2 className="font-semibold">{dateAndTime(startedAt ?? askedAt, i18n.language)}</h2>
        <p className="text-base text-ink-soft">{t(`stored.phase.${phase}`)}{parts > 0 && <> · {t("stored.parts", { count: parts })} · {sizeWords(bytes, i18n.language)}</>}</p>
        <p className="break-all text-sm text-ink-soft">{id}</p>
      </div>
      <RecordingCheck recording={recording} />
    </li>
  );
}
