import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api, type Told } from "../../api";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { useNow } from "../../hooks/useNow";
import { useStore } from "../../hooks/useStore";
import { useTitle } from "../../hooks/useTitle";
import { timeWords } from "../../lib/time-words";
import { RingWhenClosed } from "../appointments/RingWhenClosed";
import { Preferences } from "./Preferences";

const PAGE = 50;

/** A3: everything one was told, newest first. What is shown here counts as read. */
export default function MessagesPage() {
  const { t } = useTranslation();
  const { user } = useSession();
  useTitle(t("messages.title"));
  const list = useInfiniteQuery({
    queryKey: ["messages"], initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.messages(pageParam),
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.at),
  });
  useRead(list.data?.pages[0]?.[0]?.at, () => void list.refetch());
  const all = list.data?.pages.flat() ?? [];
  return (
    <div className="grid max-w-3xl gap-6">
      <h1 className="text-3xl font-bold">{t("messages.title")}</h1>
      {list.isPending && <Skeleton className="h-64" />}
      {list.error && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && all.length === 0 && <p className="text-ink-soft">{t("messages.none")}</p>}
      {all.length > 0 && <ul className="divide-y divide-line overflow-hidden rounded-card bg-surface" data-testid="messages">{all.map((one) => <Row key={one.id} told={one} />)}</ul>}
      {list.hasNextPage && <div><Button look="calm" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t("messages.older")}</Button></div>}
      <Preferences />
      {user.role !== "ADMIN" && <RingWhenClosed {...(user.role === "PATIENT" && { off: t("messages.pushOff") })} />}
    </div>
  );
}

/** Says once for each newest message that it was read, and asks again when the socket tells of newer ones. */
function useRead(newest: string | undefined, again: () => void): void {
  const queries = useQueryClient();
  const { lobby } = useSession();
  const unread = useStore(lobby.store).unread;
  const read = useRef<string | undefined>(undefined);
  const ask = useRef(again);
  ask.current = again;
  useEffect(() => {
    if (!newest || read.current === newest) return;
    read.current = newest;
    void api.readMessages(newest).then(({ unread: left }) => queries.setQueryData(["unread"], left)).catch(() => undefined);
  }, [newest, queries]);
  useEffect(() => {
    if (unread) ask.current();
  }, [unread]);
}

function Row({ told }: { told: Told }) {
  const { t, i18n } = useTranslation();
  const now = useNow(0, 60_000);
  const { user } = useSession();
  const { kind, at, read, appointment, start, other, factor } = told;
  const time = start ? timeWords(t, start, now, i18n.language) : "";
  return (
    <li data-testid="message" data-kind={kind} data-read={read}>
      <Link to={path(kind, appointment)} className="flex min-h-16 items-start gap-3 px-4 py-3 hover:bg-calm">
        <span aria-hidden="true" className={`mt-2.5 size-2.5 shrink-0 rounded-full ${read ? "" : "bg-primary"}`} />
        <span className="grid gap-0.5">
          <span className={read ? "" : "font-semibold"}>{!read && <span className="sr-only">{t("messages.new")} </span>}{factor ? t(`messages.factor.${factor}`) : t(`messages.kind.${kind}`, { context: user.role, name: other ?? t("messages.somebody"), time })}</span>
          <span className="text-base text-ink-soft">{timeWords(t, at, now, i18n.language)}</span>
        </span>
      </Link>
    </li>
  );
}

function path(kind: Told["kind"], appointment: string): string {
  if (kind === "SECOND_FACTOR_CHANGED") return "/account";
  if (["RECEIPT", "RECORDING_READY", "PRESCRIPTION_READY", "FOLLOW_UP", "DOCTOR_NO_SHOW", "PATIENT_NO_SHOW", "CALL_FAILED", "CANCELLED"].includes(kind)) return `/appointments/${appointment}/after`;
  return kind === "REFUNDED" ? "/history" : "/";
}
