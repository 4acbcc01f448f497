import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { api } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { useTitle } from "../../hooks/useTitle";
import { AnswerByPasskey, EnrolPasskey } from "./ByPasskey";
import { Door } from "./Door";
import { CodeField, EnrolApp } from "./EnrolApp";

/** What comes after the password, as the server says: a code, a passkey, or, the first time, setting one of them up. */
export default function SecondFactorPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const by = useSearchParams()[0].get("by") ?? "CODE";
  const enrol = by === "ENROL";
  const title = t(enrol ? "signin.factor.setUp" : "signin.factor.title");
  useTitle(title);
  const enter = async () => {
    await navigate("/", { replace: true });
    await queries.resetQueries();
  };
  return (
    <Door>
      <h1 className="text-3xl font-bold">{title}</h1>
      {enrol ? <Enrol onDone={() => void enter()} /> : <Answer by={by} onDone={enter} />}
      <a href="/" className="inline-flex min-h-11 items-center justify-self-start text-primary underline">{t("common.back")}</a>
    </Door>
  );
}

/** An app, or a passkey in its place. */
function Enrol({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<"app" | "passkey" | null>(null);
  return (
    <>
      {!made && <p className="text-ink-soft">{t("signin.factor.why")}</p>}
      {made !== "passkey" && <EnrolApp password={null} onDone={onDone} onMade={() => setMade("app")} />}
      {made !== "app" && <EnrolPasskey onDone={onDone} onMade={() => setMade("passkey")} />}
    </>
  );
}

function Answer({ by, onDone }: { by: string; onDone: () => Promise<void> }) {
  const { t } = useTranslation();
  return (
    <>
      {by !== "CODE" && <AnswerByPasskey onDone={onDone} />}
      {by === "PASSKEY" ? <details><summary className="min-h-11 cursor-pointer py-2 text-primary underline">{t("passkeys.spare")}</summary><ByCode lead={t("passkeys.spareLead")} onDone={onDone} /></details> : <ByCode lead={t("signin.factor.lead")} onDone={onDone} />}
    </>
  );
}

function ByCode({ lead, onDone }: { lead: string; onDone: () => Promise<void> }) {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  const answer = useMutation({ mutationFn: () => api.answerSecondFactor(code), onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate();
  };
  return (
    <form onSubmit={submit} className="grid gap-5">
      <p className="text-ink-soft">{lead}</p>
      <CodeField code={code} onChange={setCode} />
      {answer.error && <Failure error={answer.error} />}
      <Button type="submit" large data-testid="answer-code" disabled={answer.isPending || !code}>{t("login.submit")}</Button>
    </form>
  );
}
