import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type ConsentAnswer } from "../../api";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { useNow } from "../../hooks/useNow";
import { useTitle } from "../../hooks/useTitle";
import { timeWords } from "../../lib/time-words";

/** U30: what I agreed to, when, in which words; and taking it back. */
export default function ConsentsPage() {
  const { t } = useTranslation();
  useTitle(t("consents.title"));
  const answers = useQuery({ queryKey: ["consents"], queryFn: api.consents });
  const newest = answers.data?.[0];
  return (
    <div className="grid max-w-2xl gap-6" data-testid="consents">
      <header className="grid gap-2">
        <h1 className="text-3xl font-bold">{t("consents.title")}</h1>
        <p className="text-ink-soft">{t("consents.lead")}</p>
      </header>
      {answers.error ? <Failure error={answers.error} onRetry={() => void answers.refetch()} /> : null}
      {!answers.data && !answers.error && <Skeleton className="h-32" />}
      {answers.data?.length === 0 && <p>{t("consents.none")}</p>}
      {newest?.answer === "GIVEN" && <TakeBack newest={newest} />}
      <ol className="grid gap-3">{answers.data?.map((answer) => <Answer key={answer.id} answer={answer} />)}</ol>
    </div>
  );
}

function Answer({ answer }: { answer: ConsentAnswer }) {
  const { t, i18n } = useTranslation();
  const now = useNow(0, 60_000);
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-line p-4">
      <span>
        <span className="block font-semibold">{t(`consents.answer.${answer.answer}`)}</span>
        <span className="text-base text-ink-soft">{timeWords(t, answer.at, now, i18n.language)} · {t("consents.version", { version: answer.version })}</span>
      </span>
      <a className="inline-flex min-h-11 items-center gap-2 font-semibold text-primary underline" href={`/api/v1/care/consents/${answer.id}/text`} download><Download aria-hidden="true" size={18} />{t("consents.download")}</a>
    </li>
  );
}

function TakeBack({ newest }: { newest: ConsentAnswer }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const back = () => api.answerConsent({ version: newest.version, language: newest.language, answer: "WITHDRAWN" })
    .then(() => { setAsking(false); return queries.invalidateQueries({ queryKey: ["consents"] }); }, setError);
  return (
    <div>
      <Button look="calm" data-testid="consent-withdraw" onClick={() => setAsking(true)}>{t("consents.withdraw")}</Button>
      {asking && (
        <Dialog title={t("consents.withdrawTitle")} onClose={() => setAsking(false)}>
          <p className="mb-5">{t("consents.withdrawHelp")}</p>
          {error !== null && <Failure error={error} />}
          <div className="flex flex-wrap justify-end gap-3">
            <Button look="plain" onClick={() => setAsking(false)}>{t("consents.keep")}</Button>
            <Button look="danger" data-testid="consent-withdraw-confirm" onClick={() => void back()}>{t("consents.withdrawYes")}</Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
