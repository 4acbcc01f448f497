import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { api, type Availability } from "../../api";
import { useSession } from "../../app/session";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { useTitle } from "../../hooks/useTitle";
import { zoneName } from "../../lib/time-words";
import { Exceptions } from "./Exceptions";
import { Preview } from "./Preview";
import { WeekForm } from "./WeekForm";

/** A1: a doctor's week, the days that differ, and what patients then see. Administrators come with `?doctor=…`. */
export default function AvailabilityPage() {
  const { t } = useTranslation();
  const { user } = useSession();
  const [query] = useSearchParams();
  const queries = useQueryClient();
  const doctor = user.role === "ADMIN" ? query.get("doctor") ?? "" : user.id;
  const key = ["availability", doctor];
  const known = useQuery({ queryKey: key, queryFn: () => api.availability(doctor) });
  const [saved, setSaved] = useState(0);
  useTitle(t("availability.title"));
  if (known.error && !known.data) return <Failure error={known.error} onRetry={() => void known.refetch()} />;
  if (!known.data) return <Skeleton className="h-96" />;
  const changed = (now: Availability) => {
    queries.setQueryData(key, now);
    setSaved((count) => count + 1);
    void queries.invalidateQueries({ queryKey: ["slots", doctor] });
    void queries.invalidateQueries({ queryKey: ["doctors"] });
  };
  return (
    <>
      <h1 className="text-3xl font-bold">{t("availability.title")}</h1>
      <p className="mb-6 text-ink-soft">
        {user.role === "ADMIN" && `${known.data.name} · `}{t("availability.zone", { zone: zoneName(known.data.zone) })}
      </p>
      <div className="grid items-start gap-8 lg:grid-cols-[1fr_20rem]">
        <div className="grid gap-8">
          <WeekForm known={known.data} onSaved={changed} />
          <Exceptions known={known.data} onChanged={changed} />
        </div>
        <Preview doctor={doctor} zone={known.data.zone} version={saved} />
      </div>
    </>
  );
}
