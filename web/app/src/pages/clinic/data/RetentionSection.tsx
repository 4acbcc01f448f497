import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { client, open } from "../../../api/http";
import type { components } from "../../../api/schema";
import { Failure } from "../../../components/Failure";
import { Skeleton } from "../../../components/Loading";

type Retention = components["schemas"]["Retention"];
const YEAR = 365;

/** A7: how long what is kept, what the next night takes, and what stays whatever its age. */
export function RetentionSection() {
  const { t } = useTranslation();
  const list = useQuery({ queryKey: ["retention"], queryFn: () => open(client.GET("/api/v1/admin/retention")) });
  return (
    <section className="grid gap-3" aria-labelledby="retention-title">
      <h2 id="retention-title" className="text-2xl font-bold">{t("retention.title")}</h2>
      <p className="max-w-2xl text-ink-soft">{t("retention.lead")}</p>
      {list.error && !list.data ? <Failure error={list.error} onRetry={() => void list.refetch()} /> : list.data ? <Rules of={list.data} /> : <Skeleton className="h-64" />}
    </section>
  );
}

function Rules({ of }: { of: Retention }) {
  const { t } = useTranslation();
  const age = (days: number | null | undefined) =>
    days == null ? t("retention.always") : days % YEAR === 0 ? t("retention.years", { count: days / YEAR }) : t("retention.days", { count: days });
  return (
    <ul className="grid gap-2" data-testid="retention">
      {of.aged.map(({ kind, keptDays, count, failed }) => (
        <Line key={kind} kind={kind} kept={age(keptDays)}>
          {keptDays == null ? "" : failed ? t("retention.failed") : count === 0 ? t("retention.none") : <strong>{t("retention.due", { count })}</strong>}
        </Line>
      ))}
      <Line kind="recordings" kept={age(of.recordingDays)}>{t("retention.recordings")}</Line>
      {of.forever.map(({ kind, because }) => <Line key={kind} kind={kind} kept={t("retention.always")}>{t(`retention.because.${because}`)}</Line>)}
    </ul>
  );
}

function Line({ kind, kept, children }: { kind: string; kept: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <li data-kind={kind} className="grid gap-x-6 gap-y-1 rounded-card bg-surface px-5 py-3 sm:grid-cols-[minmax(0,2fr)_8rem_minmax(0,2fr)] sm:items-center">
      <h3 className="font-semibold">{t(`retention.kind.${kind}`, { defaultValue: kind })}</h3>
      <p className="text-base">{kept}</p>
      <p className="text-base text-ink-soft">{children}</p>
    </li>
  );
}
