import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import type { Appointment } from "../../api";
import { dayWords } from "../../lib/time-words";

/** Appointments under the days they fall on, in the order given. */
export function DayList({ appointments, now, children }: {
  appointments: Appointment[]; now: number; children: (appointment: Appointment) => ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const days = new Map<string, Appointment[]>();
  for (const appointment of appointments) {
    const day = dayWords(t, appointment.start, now, i18n.language);
    days.set(day, [...(days.get(day) ?? []), appointment]);
  }
  return (
    <div className="grid gap-8">
      {[...days].map(([day, those]) => (
        <section key={day}>
          <h2 className="mb-2 text-xl font-bold first-letter:uppercase">{day}</h2>
          <ul className="divide-y divide-line overflow-hidden rounded-card bg-surface">
            {those.map((one) => <li key={one.id}>{children(one)}</li>)}
          </ul>
        </section>
      ))}
    </div>
  );
}
