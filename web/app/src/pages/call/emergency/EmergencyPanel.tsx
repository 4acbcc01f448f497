import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, Copy, TriangleAlert } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, type Appointment, type Emergency } from "../../../api";
import { Failure } from "../../../components/Failure";
import { Skeleton } from "../../../components/Loading";
import { Notice } from "../../../components/Notice";
import { countryName } from "../../../lib/countries";
import { clock } from "../../../lib/time-words";
import { SidePanel } from "../Panels";

/** U7, U9: where the patient is, whom to call, and whether it is them. Nothing here dials. */
export default function EmergencyPanel({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) {
  const { t } = useTranslation();
  const panel = useQuery({ queryKey: ["emergency", appointment.id], queryFn: () => api.emergency(appointment.id) });
  return (
    <SidePanel title={t("care.panel.title")} onClose={onClose} testId="emergency-panel">
      <div className="grid content-start gap-6 overflow-y-auto p-5">
        {panel.error ? <Failure error={panel.error} onRetry={() => void panel.refetch()} /> : null}
        {!panel.data && !panel.error && <Skeleton className="h-48" />}
        {panel.data && <Numbers panel={panel.data} />}
        {panel.data && <Where panel={panel.data} name={appointment.patient.name} />}
        {panel.data && <Identity panel={panel.data} appointment={appointment} />}
      </div>
    </SidePanel>
  );
}

function Numbers({ panel: { numbers, visit } }: { panel: Emergency }) {
  const { t, i18n } = useTranslation();
  if (!numbers) return <Notice tone="warn">{t("care.panel.noCountry")}</Notice>;
  const place = countryName(visit?.country ?? numbers.country, i18n.language);
  return (
    <section className="grid gap-2" aria-labelledby="numbers">
      <h3 id="numbers" className="font-bold">{t("care.panel.numbers", { country: place })}</h3>
      <ul className="grid gap-2">
        <Value name={t("care.panel.emergency")} value={numbers.emergency} large testId="emergency-number" />
        {numbers.ambulance && <Value name={t("care.panel.ambulance")} value={numbers.ambulance} />}
        {numbers.police && <Value name={t("care.panel.police")} value={numbers.police} />}
      </ul>
      <p className="text-base text-ink-soft">{t("care.panel.noDial")}</p>
    </section>
  );
}

function Where({ panel: { visit, current, statedAt }, name }: { panel: Emergency; name: string }) {
  const { t, i18n } = useTranslation();
  const address = [visit?.address, visit?.country && countryName(visit.country, i18n.language)].filter(Boolean).join(", ");
  return (
    <section className="grid gap-2" aria-labelledby="where">
      <h3 id="where" className="font-bold">{t("care.panel.where", { name })}</h3>
      {!visit?.address && <Notice tone="warn" testId="no-address"><TriangleAlert aria-hidden="true" size={20} className="me-2 inline" />{t("care.panel.noAddress", { name })}</Notice>}
      {visit?.address && !current && <Notice tone="warn">{t("care.panel.old")}</Notice>}
      <ul className="grid gap-2">
        {visit?.address && <Value name={t("care.panel.address")} value={address} testId="emergency-address" />}
        {visit?.callBack && <Value name={t("care.panel.callBack")} value={visit.callBack} number />}
        {(visit?.contactName || visit?.contactPhone) && <Value name={t("care.panel.contact", { contact: visit.contactName ?? "" })} value={visit.contactPhone || visit.contactName || ""} number />}
      </ul>
      {visit && !visit.callBack && <p className="text-ink-soft">{t("care.panel.noCallBack")}</p>}
      {statedAt && <p className="text-base text-ink-soft">{t("care.panel.stated", { time: clock(statedAt, i18n.language) })}</p>}
    </section>
  );
}

/** One value with one press to copy it. */
function Value({ name, value, large = false, number = false, testId }: { name: string; value: string; large?: boolean; number?: boolean; testId?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const later = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(later);
  }, [copied]);
  const copy = () => void navigator.clipboard.writeText(value).then(() => setCopied(true), () => undefined);
  return (
    <li className="flex items-center gap-3 rounded-xl bg-ground px-4 py-2">
      <span className="min-w-0 flex-1">
        <span className="block text-base text-ink-soft">{name}</span>
        <span dir={large || number ? "ltr" : undefined} data-testid={testId} className={`block break-words font-semibold rtl:text-end ${large ? "text-3xl tabular-nums" : ""}`}>{value}</span>
      </span>
      <button type="button" onClick={copy} aria-label={t("care.panel.copy", { what: name })} className="inline-flex size-11 shrink-0 items-center justify-center rounded-full hover:bg-calm">
        {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" size={20} />}
      </button>
      <span role="status" className="sr-only">{copied && t("care.panel.copied")}</span>
    </li>
  );
}

function Identity({ panel, appointment }: { panel: Emergency; appointment: Appointment }): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const tick = async (confirmed: boolean) => {
    setBusy(true);
    setError(null);
    try {
      queries.setQueryData(["emergency", appointment.id], await api.confirmIdentity(appointment.id, confirmed));
      await queries.invalidateQueries({ queryKey: ["care-record", appointment.id] });
    } catch (refusal) {
      setError(refusal);
    }
    setBusy(false);
  };
  return (
    <section className="grid gap-2 border-t border-line pt-5">
      <h3 className="font-bold">{t("care.panel.identity")}</h3>
      <label className="flex min-h-11 items-start gap-3">
        <input type="checkbox" className="mt-0.5 size-6 shrink-0 accent-(--primary)" checked={panel.identityConfirmedAt !== null} disabled={busy} data-testid="identity-tick" onChange={(event) => void tick(event.target.checked)} />
        <span>{t("care.panel.identityTick", { name: appointment.patient.name })}</span>
      </label>
      {panel.identityConfirmedAt && <p role="status" className="text-base text-ink-soft">{t("care.panel.identityAt", { time: clock(panel.identityConfirmedAt, i18n.language) })}</p>}
      {error !== null && <Failure error={error} />}
    </section>
  );
}
