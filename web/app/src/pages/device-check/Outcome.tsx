import type { CheckVerdict } from "@consilium/call-engine";
import { useTranslation } from "react-i18next";
import { Notice } from "../../components/Notice";

/** The verdict in plain words, and what to do about each finding. */
export function Outcome({ verdict, saved }: { verdict: CheckVerdict; saved: boolean }) {
  const { t } = useTranslation();
  const { outcome, findings, detour } = verdict;
  if (!outcome) return <p className="text-ink-soft" role="status">{t("check.outcome.open")}</p>;
  return (
    <Notice tone={outcome === "READY" ? "calm" : "warn"} testId="verdict">
      <h2 className="text-xl font-bold">{t(`check.outcome.${outcome}`)}</h2>
      <p>{t(`check.outcome.${outcome}_text`)}</p>
      {findings.length > 0 && (
        <ul className="mt-3 grid gap-3">
          {findings.map((finding) => (
            <li key={finding} data-testid={`finding-${finding}`}>
              <strong className="block">{t(`check.finding.${finding}.what`)}</strong>
              {t(`check.finding.${finding}.do`)}
            </li>
          ))}
        </ul>
      )}
      {detour && <p className="mt-3" data-testid="detour">{t("check.outcome.detour")}</p>}
      {saved && <p className="mt-3 text-base" data-testid="check-saved">{t(`check.saved.${outcome}`)}</p>}
    </Notice>
  );
}
