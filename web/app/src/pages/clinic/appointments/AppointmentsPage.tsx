import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { api } from "../../../api";
import { client, open } from "../../../api/http";
import { Button } from "../../../components/Button";
import { Failure } from "../../../components/Failure";
import { LinkButton } from "../../../components/LinkButton";
import { Skeleton } from "../../../components/Loading";
import { useNow } from "../../../hooks/useNow";
import { useTitle } from "../../../hooks/useTitle";
import { DeskDialogs, type DeskDeeds } from "../../admin/DeskDialogs";
import { DeskRow } from "../../admin/DeskRow";
import { DayList } from "../../appointments/DayList";
import { HistoryFilters } from "../../appointments/HistoryFilters";
import { useHistorySearch } from "../../appointments/use-history-search";
import { searchQuery, STANDINGS, SUMS } from "./search";

const FIELD = "min-h-11 w-full rounded-xl border border-line-strong bg-surface px-3";
const EVERY = 30_000;

/** A7: any appointment of the clinic, found by person, day, outcome and payment; without a wish, what is to come. */
export default function AppointmentsPage() {
  const { t } = useTranslation();
  useTitle(t("found.title"));
  const now = useNow(0, 60_000);
  const search = useHistorySearch();
  const [params] = useSearchParams();
  const status = STANDINGS.find((one) => one === params.get("status"));
  const payment = SUMS.find((one) => one === params.get("payment"));
  const doctor = params.get("doctor") ?? "";
  const doctors = useQuery({ queryKey: ["doctors"], queryFn: api.doctors, staleTime: EVERY });
  const query = searchQuery(search.query, { ...(status && { status }), ...(payment && { payment }), ...(doctor && { doctor }) }, now);
  const list = useQuery({
    queryKey: ["appointments", "found", query], placeholderData: keepPreviousData, refetchInterval: EVERY,
    queryFn: () => open(client.GET("/api/v1/admin/appointments", { params: { query } })),
  });
  const [deed, setDeed] = useState<DeskDeeds>({});
  const asked = Boolean(search.q || search.from || search.to || status || payment || doctor);
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl font-bold">{t("found.title")}</h1>
        <LinkButton to="/book" testId="book-for">{t("after.book")}</LinkButton>
      </div>
      <HistoryFilters search={search} more={{
        chosen: Boolean((status ?? payment) || doctor), clear: { status: "", payment: "", doctor: "" },
        fields: (
          <>
            <Choice word="found.doctor" value={doctor} values={doctors.data?.map(({ id }) => id) ?? []} wordOf={(one) => doctors.data?.find(({ id }) => id === one)?.name ?? ""} onChoose={(one) => search.set({ doctor: one })} />
            <Choice word="found.status" value={status} values={STANDINGS} wordOf={(one) => (one === "HELD" ? t("found.kept") : t(`appointment.status.${one}`))} onChoose={(one) => search.set({ status: one })} />
            <Choice word="found.payment" value={payment} values={SUMS} wordOf={(one) => t(`found.sum.${one}`)} onChoose={(one) => search.set({ payment: one })} />
          </>
        ),
      }} />
      {list.error && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {!list.data && !list.error && <Skeleton className="h-64" />}
      {list.data && (
        <>
          <p role="status" className="mb-4 text-base text-ink-soft" data-testid="found-total">
            {list.data.total === 0 ? t(asked ? "history.nothing" : "found.noneToCome") : t(asked ? "history.found" : "found.toCome", { count: list.data.total })}
          </p>
          <DayList appointments={list.data.items} now={now}>{(one) => <DeskRow appointment={one} now={now} onDeed={setDeed} />}</DayList>
          {list.data.pages > 1 && <Leaf page={list.data.page} pages={list.data.pages} onGo={search.go} />}
        </>
      )}
      <DeskDialogs deed={deed} now={now} onDone={() => setDeed({})} />
    </>
  );
}

function Choice<T extends string>({ word, value, values, wordOf, onChoose }: {
  word: string; value: T | undefined; values: readonly T[]; wordOf: (one: T) => string; onChoose: (one: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <label className="grid min-w-40 flex-1 gap-1 sm:flex-none">
      <span className="text-base">{t(word)}</span>
      <select className={FIELD} data-testid={word} value={value ?? ""} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t("found.any")}</option>
        {values.map((one) => <option key={one} value={one}>{wordOf(one)}</option>)}
      </select>
    </label>
  );
}

function Leaf({ page, pages, onGo }: { page: number; pages: number; onGo: (page: number) => void }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("history.pages")} className="mt-6 flex items-center justify-between gap-4">
      <Button look="calm" disabled={page === 0} onClick={() => onGo(page - 1)}>{t("found.before")}</Button>
      <span className="text-base text-ink-soft">{t("history.page", { page: page + 1, pages })}</span>
      <Button look="calm" disabled={page + 1 >= pages} data-testid="found-next" onClick={() => onGo(page + 1)}>{t("found.next")}</Button>
    </nav>
  );
}
