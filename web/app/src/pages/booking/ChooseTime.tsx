import { useQuery } from "@tanstack/react-query";
import { CalendarClock } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Appointment, type Doctor, type FreeSlot } from "../../api";
import { Button } from "../../components/Button";
import { ClinicContact } from "../../components/ClinicContact";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { useNow } from "../../hooks/useNow";
import { clock, dayWords, regional, timeWords, zoneName } from "../../lib/time-words";
import { byDay, dayKey, type Day } from "./slots";

const DAY = 86_400_000;
const SPAN = 14 * DAY;

/** The first free time at once; else a day, and a time of it. In the viewer's zone, and the doctor's beside it where it differs. */
export function ChooseTime({ doctor, from, moving, onChoose, onFrom }: {
  doctor: Doctor; from: string | null; moving: Appointment | null; onChoose: (start: string) => void; onFrom: (from: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const now = useNow(0, 60_000);
  const asked = from === null ? NaN : Date.parse(from);
  const begin = Number.isNaN(asked) || asked < now ? null : startOfDay(asked);
  const slots = useQuery({
    queryKey: ["slots", doctor.id, begin],
    queryFn: () => { const at = begin ?? Date.now(); return api.slots(doctor.id, new Date(at).toISOString(), new Date(at + SPAN).toISOString()); },
    refetchInterval: 30_000,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  // Who leafs through the days looks for another time than the first; a link may well begin at a later day.
  const [paged, setPaged] = useState(false);
  if (slots.error && !slots.data) return <Failure error={slots.error} onRetry={() => void slots.refetch()} />;
  if (!slots.data) return <Skeleton className="h-96" />;
  const days = byDay(slots.data.slots);
  const day = days.find(({ key }) => key === chosen) ?? days[0];
  const first = paged ? undefined : slots.data.slots[0];
  const page = (at: number) => { setPaged(true); onFrom(new Date(at).toISOString()); };
  const earlier = begin !== null ? Math.max(now, begin - SPAN) : null;
  return (
    <div className="grid gap-6">
      <p className="text-ink-soft">
        {t("booking.time.with", { name: doctor.name, minutes: doctor.slotMinutes })}
        {moving && <span className="block">{t("booking.move.now", { time: timeWords(t, moving.start, now, i18n.language) })}</span>}
        {elsewhere(doctor) && <span className="block">{t("booking.time.zones", { zone: zoneName(doctor.zone) })}</span>}
      </p>
      {first && <First slot={first} doctor={doctor} now={now} onChoose={onChoose} />}
      {day ? <Days days={days} day={day} doctor={doctor} now={now} onDay={setChosen} onChoose={onChoose} /> : <NoTimes next={slots.data.next} now={now} onFrom={onFrom} />}
      <div className="flex flex-wrap justify-between gap-3">
        {earlier === null ? <span /> : <Button look="calm" onClick={() => page(earlier)}>{t("booking.time.earlier")}</Button>}
        {day && <Button look="calm" data-testid="later-days" onClick={() => page((begin ?? now) + SPAN)}>{t("booking.time.later")}</Button>}
      </div>
    </div>
  );
}

function First({ slot, doctor, now, onChoose }: { slot: FreeSlot; doctor: Doctor; now: number; onChoose: (start: string) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 rounded-card bg-calm p-5 text-on-calm sm:p-6">
      <p><span className="block">{t("booking.time.first")}</span><span className="block text-2xl font-bold first-letter:uppercase">{timeWords(t, slot.start, now, i18n.language)}</span><There start={slot.start} doctor={doctor} /></p>
      <Button large data-testid="first-free" className="max-sm:w-full" onClick={() => onChoose(slot.start)}>{t("booking.time.take")}</Button>
    </div>
  );
}

function Days({ days, day, doctor, now, onDay, onChoose }: { days: Day[]; day: Day; doctor: Doctor; now: number; onDay: (key: string) => void; onChoose: (start: string) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <section className="grid gap-4 rounded-card bg-surface p-4 sm:p-6">
      <ul aria-label={t("booking.time.days")} className="-mx-1 flex gap-2 overflow-x-auto px-1 pb-2">
        {days.map(({ key, start }) => (
          <li key={key} className="shrink-0">
            <button type="button" aria-pressed={key === day.key} data-testid={`day-${key}`} onClick={() => onDay(key)} className={`grid min-h-14 min-w-18 place-items-center rounded-card border px-3 py-1 text-base ${key === day.key ? "border-primary bg-primary text-on-primary" : "border-line-strong hover:bg-calm"}`}>
              <span>{new Intl.DateTimeFormat(regional(i18n.language), { weekday: "short" }).format(Date.parse(start))}</span>
              <span className="font-semibold">{new Intl.DateTimeFormat(regional(i18n.language), { day: "numeric", month: "short" }).format(Date.parse(start))}</span>
            </button>
          </li>
        ))}
      </ul>
      <h2 className="text-xl font-bold first-letter:uppercase">{dayWords(t, day.start, now, i18n.language)}</h2>
      {day.parts.map(({ part, slots }) => (
        <div key={part} className="grid gap-2">
          <h3 className="text-base text-ink-soft">{t(`booking.part.${part}`)}</h3>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2">
            {slots.map((slot) => (
              <li key={slot.start}>
                <button type="button" data-testid="slot" onClick={() => onChoose(slot.start)} className="grid min-h-12 w-full place-items-center rounded-card border border-line-strong bg-ground px-2 py-1 font-semibold hover:bg-calm">
                  <time dateTime={slot.start}>{clock(slot.start, i18n.language)}</time>
                  <There start={slot.start} doctor={doctor} />
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** U2: what the doctor's clock shows, where it shows something else. */
export function There({ start, doctor }: { start: string; doctor: { zone: string } }) {
  const { t, i18n } = useTranslation();
  const there = clock(start, i18n.language, doctor.zone);
  if (there === clock(start, i18n.language) && dayKey(start, doctor.zone) === dayKey(start)) return null;
  return <span className="block text-sm font-normal text-ink-soft">{t("booking.time.there", { time: there, zone: zoneName(doctor.zone) })}</span>;
}

function NoTimes({ next, now, onFrom }: { next: string | null | undefined; now: number; onFrom: (from: string) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <div data-testid="no-times" className="grid justify-items-start gap-4 rounded-card bg-surface p-6">
      <p className="flex items-center gap-3 font-semibold"><CalendarClock aria-hidden="true" />{t(next ? "booking.time.none" : "booking.time.noneAtAll")}</p>
      {next ? <Button data-testid="jump" onClick={() => onFrom(next)}>{t("booking.time.jump", { time: timeWords(t, next, now, i18n.language) })}</Button> : <ClinicContact />}
    </div>
  );
}

function elsewhere({ zone }: Doctor): boolean {
  const now = new Date();
  return clock(now.toISOString(), "en", zone) !== clock(now.toISOString(), "en");
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
