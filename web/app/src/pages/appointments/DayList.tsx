import { useTranslation } from "react-i18next";
import { Fragment, type ReactNode } from "react";
import type { Appointment } from "../../api";
import { nowLine } from "../../lib/now-line";
import { clock, dayWords } from "../../lib/time-words";

/** Appointments under the days they fall on, in the order given; staff see where in today the present stands. */
export function DayList({ appointments, now, nowLine: wanted = false, children }: {
  appointments: Appointment[]; now: number; nowLine?: boolean; children: (appointment: Appointment) => ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const days = new Map<string, Appointment[]>();
  for (const appointment of appointments) {
    const day = dayWords(t, appointment.start, now, i18n.language);
    days.set(day, [...(days.get(day) ?? []), appointment]);
  }
  const today = new Date(now).toDateString();
  const lineAt = (those: Appointment[]) =>
    wanted && those[0] && new Date(those[0].start).toDateString() === today ? nowLine(those.map(({ start }) => start), now) : -1;
  return (
    <div className="grid gap-8">
      {[...days].map(([day, those]) => (
        <section key={day}>
          <h2 className="mb-2 text-xl font-bold first-letter:uppercase">{day}</h2>
          <ul className="divide-y divide-line overflow-hidden rounded-card bg-surface">
            {those.map((one, at) => (
              <Fragment key={one.id}>
                {lineAt(those) === at && <Now now={now} />}
                <li>{children(one)}</li>
              </Fragment>
            ))}
            {lineAt(those) === those.length && <Now now={now} />}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Now({ now }: { now: number }) {
  const { t, i18n } = useTranslation();
  return (
    <li data-testid="now-line" className="flex items-center gap-3 bg-calm px-5 py-1 text-base font-semibold text-on-calm">
      <time dateTime={new Date(now).toISOString()}>{t("appointment.nowAt", { time: clock(new Date(now).toISOString(), i18n.language) })}</time>
      <span aria-hidden="true" className="h-0.5 flex-1 rounded bg-primary" />
    </li>
  );
}
