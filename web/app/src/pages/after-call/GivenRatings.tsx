import { useQuery } from "@tanstack/react-query";
import { Star } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../api";
import { ratings } from "../../api/history";

/** A5: what was said about the call, beside what was measured; for its doctor and administrators. */
export function GivenRatings({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation();
  const said = useQuery({ queryKey: ["ratings", appointment.id], queryFn: () => ratings(appointment.id) });
  if (!said.data?.length) return null;
  const name = (id: string) => [appointment.patient, appointment.doctor].find((person) => person.id === id)?.name ?? "";
  return (
    <section aria-labelledby="said" data-testid="given-ratings">
      <h2 id="said" className="mb-2 text-xl font-bold">{t("history.said")}</h2>
      <ul className="divide-y divide-line rounded-card bg-surface">
        {said.data.map((one) => (
          <li key={one.person} className="grid gap-1 px-5 py-3">
            <span className="flex flex-wrap items-center gap-x-4">
              <span className="font-semibold">{name(one.person)}</span>
              <span role="img" aria-label={t("after.stars", { count: one.stars })} className="inline-flex text-primary">
                {[1, 2, 3, 4, 5].map((star) => <Star key={star} size={18} aria-hidden="true" fill={star <= one.stars ? "currentColor" : "none"} />)}
              </span>
              <span className="text-base text-ink-soft">{one.issues.map((issue) => t(`after.issue.${issue}`)).join(", ")}</span>
            </span>
            {one.text && <span className="whitespace-pre-line break-words">{one.text}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
