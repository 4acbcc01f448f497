import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api";
import { Skeleton } from "../../components/Loading";
import { clock, regional } from "../../lib/time-words";
import { byDay } from "../booking/slots";

const WEEK = 7 * 86_400_000;

/** What is free in the next seven days, in the doctor's own time. */
export function Preview({ doctor, zone, version }: { doctor: string; zone: string; version: number }) {
  const { t, i18n } = useTranslation();
  const slots = useQuery({ queryKey: ["slots", doctor, "preview", version], queryFn: () => api.slots(doctor, new Date().toISOString(), new Date(Date.now() + WEEK).toISOString()), placeholderData: (before) => before });
  return (
    <aside className="grid gap-4 rounded-card bg-calm p-5 text-on-calm lg:sticky lg:top-4" data-testid="preview">
      <h2 className="text-xl font-bold">{t("availability.preview")}</h2>
      {!slots.data && <Skeleton className="h-40" />}
      {slots.data?.slots.length === 0 && <p>{t("availability.previewNone")}</p>}
      {slots.data && byDay(slots.data.slots, zone).map(({ key, start, parts }) => (
        <section key={key}>
          <h3 className="font-semibold first-letter:uppercase">{new Intl.DateTimeFormat(regional(i18n.language), { weekday: "long", day: "numeric", month: "long", timeZone: zone }).format(Date.parse(start))}</h3>
          <p className="text-base">{parts.flatMap(({ slots: those }) => those).map((slot) => clock(slot.start, i18n.language, zone)).join(" · ")}</p>
        </section>
      ))}
    </aside>
  );
}
