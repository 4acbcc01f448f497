import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Appointment } from "../../../api";
import { client, open } from "../../../api/http";
import type { components } from "../../../api/schema";
import { Bars } from "../../../components/Bars";
import { Button } from "../../../components/Button";
import { Failure } from "../../../components/Failure";
import { Skeleton } from "../../../components/Loading";
import { useNow } from "../../../hooks/useNow";
import { useTitle } from "../../../hooks/useTitle";
import { clock, stopwatch } from "../../../lib/time-words";
import { EndForAll } from "../../admin/EndForAll";
import { SendMessage } from "./SendMessage";

type LiveCall = components["schemas"]["LiveCall"];
const EVERY = 5_000;

/** A7: who is in a call now, since when, and the way to end it. */
export default function LivePage() {
  const { t } = useTranslation();
  useTitle(t("live.title"));
  const queries = useQueryClient();
  const now = useNow(0, 1_000);
  const list = useQuery({ queryKey: ["live"], queryFn: () => open(client.GET("/api/v1/admin/live")), refetchInterval: EVERY });
  const [ending, setEnding] = useState<Appointment | null>(null);
  const [writing, setWriting] = useState<LiveCall | null>(null);
  const [error, setError] = useState<unknown>(null);
  const end = async (call: LiveCall) => {
    setError(null);
    try {
      setEnding(await api.appointment(call.appointmentId));
    } catch (refusal) {
      setError(refusal);
    }
  };
  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton className="h-64" />;
  return (
    <div className="grid gap-5">
      <h1 className="text-3xl font-bold">{t("live.title")}</h1>
      {error !== null && <Failure error={error} />}
      {list.data.length === 0 && <p data-testid="live-none" className="rounded-card bg-surface p-6 text-ink-soft">{t("live.none")}</p>}
      <ul className="grid gap-2" data-testid="live-calls">
        {list.data.map((call) => <Row key={call.appointmentId} call={call} now={now} onEnd={() => void end(call)} onWrite={() => setWriting(call)} />)}
      </ul>
      {writing && <SendMessage appointmentId={writing.appointmentId} names={[writing.patient, writing.doctor]} onDone={() => setWriting(null)} />}
      {ending && <EndForAll appointment={ending} onDone={() => { setEnding(null); void queries.invalidateQueries({ queryKey: ["live"] }); }} />}
    </div>
  );
}

function Row({ call, now, onEnd, onWrite }: { call: LiveCall; now: number; onEnd: () => void; onWrite: () => void }) {
  const { t, i18n } = useTranslation();
  const here = (there: boolean) => <span className={there ? "text-good" : "text-ink-soft"}>{t(there ? "live.here" : "live.away")}</span>;
  return (
    <li data-testid="live-call" data-id={call.appointmentId} data-phase={call.phase} className="grid gap-x-6 gap-y-2 rounded-card bg-surface px-5 py-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] sm:items-center">
      <div className="min-w-0">
        <p><span className="font-semibold">{call.patient}</span> · {here(call.patientHere)}</p>
        <p><span className="font-semibold">{call.doctor}</span> · {here(call.doctorHere)}</p>
      </div>
      <div className="text-base">
        <p>{t(`live.phase.${call.phase}`)}{call.since && <> · <span className="tabular-nums">{stopwatch(Math.max(0, now - Date.parse(call.since)))}</span></>}</p>
        {call.score !== null && <p data-testid="live-quality" data-score={call.score} className="flex items-center gap-2"><Bars score={call.score} className="shrink-0" />{t(`call.quality.${call.score}`)}</p>}
        <p className="text-ink-soft">{call.backBy ? t("live.backBy", { time: clock(call.backBy, i18n.language) }) : t("live.until", { time: clock(call.endsAt, i18n.language) })}</p>
      </div>
      <div className="flex flex-wrap gap-2 sm:flex-col">
        {(call.patientHere || call.doctorHere) && <Button look="calm" data-testid={`write-${call.appointmentId}`} onClick={onWrite}>{t("live.message")}</Button>}
        {call.phase !== "WAITING" && <Button look="plain" data-testid={`end-${call.appointmentId}`} onClick={onEnd}>{t("live.end")}</Button>}
      </div>
    </li>
  );
}
