import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleMinus, OctagonX, RotateCw, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { client, open } from "../../../api/http";
import { Button } from "../../../components/Button";
import { Failure } from "../../../components/Failure";
import { Skeleton } from "../../../components/Loading";
import { useTitle } from "../../../hooks/useTitle";
import { dateAndTime } from "../../../lib/time-words";
import { SettingNames } from "./SettingNames";

const LOOKS = {
  BROKEN: { icon: OctagonX, look: "text-danger" },
  WARNING: { icon: TriangleAlert, look: "text-on-warn" },
  FINE: { icon: CircleCheck, look: "text-good" },
  NOT_USED: { icon: CircleMinus, look: "text-ink-soft" },
} as const;

/** A7: whether everything is set up well; the same as `consilium doctor`. */
export default function CheckPage() {
  const { t, i18n } = useTranslation();
  useTitle(t("installation.title"));
  const checks = useQuery({ queryKey: ["setup-check"], queryFn: () => open(client.GET("/api/v1/admin/check")) });
  if (checks.error && !checks.data) return <Failure error={checks.error} onRetry={() => void checks.refetch()} />;
  if (!checks.data) return <Skeleton className="h-96" />;
  const bad = checks.data.filter(({ state }) => state === "BROKEN" || state === "WARNING").length;
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-3xl font-bold">{t("installation.title")}</h1>
        <Button look="calm" data-testid="check-again" disabled={checks.isFetching} onClick={() => void checks.refetch()}><RotateCw size={18} aria-hidden="true" />{t("installation.again")}</Button>
      </div>
      <p role="status" className="text-lg">{bad === 0 ? t("installation.fine") : t("installation.bad", { count: bad })}</p>
      <ul className="grid gap-2" data-testid="checks">
        {checks.data.map(({ name, state, code, values, remedy }) => {
          const { icon: Icon, look } = LOOKS[state];
          return (
            <li key={name} data-check={name} data-state={state} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-card bg-surface px-4 py-3 sm:grid-cols-[auto_11rem_minmax(0,1fr)]">
              <Icon size={24} aria-hidden="true" className={`mt-0.5 shrink-0 ${look}`} />
              <h2 className="font-semibold">{t(`installation.name.${name}`, { defaultValue: name })}<span className="block text-base font-normal text-ink-soft">{t(`installation.state.${state}`)}</span></h2>
              <div className="text-base wrap-anywhere max-sm:col-start-2">
                <p><SettingNames text={t(`installation.found.${code}`, shown(values, i18n.language))} /></p>
                {remedy && <p className="text-ink-soft"><SettingNames text={t(`installation.remedy.${code}`, shown(values, i18n.language))} /></p>}
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Moments and sizes as people of this language write them. */
function shown(values: Record<string, string>, language: string): Record<string, string> {
  const { at, gigabytes } = values;
  return {
    ...values,
    ...(at && { at: dateAndTime(at, language) }),
    ...(gigabytes && { gigabytes: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(Number(gigabytes)) }),
  };
}
