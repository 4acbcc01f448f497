import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { CodeField, EnrolApp } from "../signin/EnrolApp";
import { FIELD } from "../signin/NewPassword";

/** An authenticator app beside the password: set up, how many spare codes are left, taken away. */
export function SecondFactor() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const state = useQuery({ queryKey: ["second-factor"], queryFn: api.secondFactor });
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [enrolling, setEnrolling] = useState(false);
  const done = async () => {
    setEnrolling(false);
    setPassword("");
    setCode("");
    await queries.invalidateQueries({ queryKey: ["second-factor"] });
  };
  const remove = useMutation({ mutationFn: () => api.removeSecondFactor(password, code), onSuccess: done });
  const there = state.data?.app === true;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (there) remove.mutate();
    else setEnrolling(true);
  };
  return (
    <section className="grid gap-4" aria-labelledby="second-factor">
      <h2 id="second-factor" className="text-2xl font-bold">{t("account.factor")}</h2>
      {state.error && <Failure error={state.error} onRetry={() => void state.refetch()} />}
      {state.isPending && <Skeleton className="h-24" />}
      {state.data && <p className="text-ink-soft">{t(there ? "account.factorOn" : "account.factorOff", { count: state.data.codesLeft })}</p>}
      {enrolling && <EnrolApp password={password} onDone={() => void done()} />}
      {state.data && !enrolling && (
        <form onSubmit={submit} className="grid gap-4">
          <label className="grid gap-1"><span className="font-semibold">{t("account.current")}</span><input className={FIELD} type="password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.target.value)} /></label>
          {there && <CodeField code={code} onChange={setCode} />}
          {remove.error && <Failure error={remove.error} />}
          <Button type="submit" look="calm" className="justify-self-start" data-testid="factor-next" disabled={remove.isPending || !password}>{t(there ? "account.factorRemove" : "account.factorSetUp")}</Button>
        </form>
      )}
    </section>
  );
}
