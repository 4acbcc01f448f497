import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CalendarPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, type Person } from "../../../api";
import type { FollowUp } from "../../../api/summary";
import { Button } from "../../../components/Button";
import { Failure } from "../../../components/Failure";
import { LinkButton } from "../../../components/LinkButton";
import { useNow } from "../../../hooks/useNow";
import { clock, timeWords } from "../../../lib/time-words";
import { aroundFrom, dayName, nearest, target } from "./days";

const OFFERED = 4;
const WITHIN = 14 * 86_400_000;
const NOTHING = { interpreter: null, captions: false, companion: false, screenReader: false };

/** When the doctor would like to meet again: the free times nearest to it, each booked with one tap. */
export function FollowUpCard({ followUp, doctor }: { followUp: FollowUp; doctor: Person }) {
  const { t, i18n } = useTranslation();
  const from = aroundFrom(followUp.day);
  return (
    <div className="grid justify-items-start gap-3 rounded-card bg-calm p-5 text-on-calm" data-testid="follow-up">
      <p className="flex items-center gap-3 font-semibold"><CalendarPlus aria-hidden="true" className="shrink-0" />
        <span>{t("agreed.again", { name: doctor.name, day: dayName(followUp.day, i18n.language) })}{followUp.at && `, ${clock(followUp.at, i18n.language)}`}</span>
      </p>
      {followUp.note && <p dir="auto">{followUp.note}</p>}
      <FreeTimes followUp={followUp} doctor={doctor} from={from} />
      <LinkButton to={`/book?doctor=${doctor.id}&from=${encodeURIComponent(from)}`} testId="book-follow-up">{t("agreed.book")}</LinkButton>
    </div>
  );
}

function FreeTimes({ followUp, doctor, from }: { followUp: FollowUp; doctor: Person; from: string }) {
  const { t, i18n } = useTranslation();
  const now = useNow(0, 60_000);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const key = ["slots", doctor.id, followUp.day];
  const free = useQuery({ queryKey: key, queryFn: () => api.slots(doctor.id, from, new Date(Date.parse(from) + WITHIN).toISOString()), retry: false });
  const slots = nearest(free.data?.slots ?? [], target(followUp), OFFERED);
  if (slots.length === 0) return null;
  const book = async (start: string) => {
    setBusy(true);
    setError(null);
    try {
      const intake = (await api.needs().catch(() => null)) ?? NOTHING;
      const booked = await api.book({ doctor: doctor.id, start, reason: t("agreed.reason"), intake });
      void queries.invalidateQueries({ queryKey: ["appointments"] });
      await navigate(booked.status === "HELD" ? `/checkout/${booked.id}` : "/");
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
      void queries.invalidateQueries({ queryKey: key });
    }
  };
  return (
    <>
      <p>{t("agreed.free")}</p>
      <ul className="flex flex-wrap gap-2">
        {slots.map(({ start }) => <li key={start}><Button disabled={busy} data-testid="follow-up-slot" className="first-letter:uppercase" onClick={() => void book(start)}>{timeWords(t, start, now, i18n.language)}</Button></li>)}
      </ul>
      {error !== null && <Failure error={error} />}
    </>
  );
}
