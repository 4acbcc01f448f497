import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { api } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { useTitle } from "../../hooks/useTitle";
import { Door } from "./Door";
import { CodeField, EnrolApp } from "./EnrolApp";

/** What comes after the password: a code, or, the first time, setting the app up. */
export default function SecondFactorPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const enrol = useSearchParams()[0].get("enrol") !== null;
  const title = t(enrol ? "signin.factor.setUp" : "signin.factor.title");
  useTitle(title);
  const enter = async () => {
    await navigate("/", { replace: true });
    await queries.resetQueries();
  };
  return (
    <Door>
      <h1 className="text-3xl font-bold">{title}</h1>
      {enrol ? <><p className="text-ink-soft">{t("signin.factor.why")}</p><EnrolApp password={null} onDone={() => void enter()} /></> : <Answer onDone={enter} />}
      <a href="/" className="inline-flex min-h-11 items-center justify-self-start text-primary underline">{t("common.back")}</a>
    </Door>
  );
}

function Answer({ onDone }: { onDone: () => Promise<void> }) {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  const answer = useMutation({ mutationFn: () => api.answerSecondFactor(code), onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate();
  };
  return (
    <form onSubmit={submit} className="grid gap-5">
      <p className="text-ink-soft">{t("signin.factor.lead")}</p>
      <CodeField code={code} onChange={setCode} />
      {answer.error && <Failure error={answer.error} />}
      <Button type="submit" large data-testid="answer-code" disabled={answer.isPending || !code}>{t("login.submit")}</Button>
    </form>
  );
}
