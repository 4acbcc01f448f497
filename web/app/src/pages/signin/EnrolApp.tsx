import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import QrCode from "../../components/QrCode";
import { FIELD } from "./NewPassword";

/** Sets an authenticator app up: picture, first code, and codes for the day when the phone is gone. */
export function EnrolApp({ password, onDone, onMade }: { password: string | null; onDone: () => void; onMade?: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  const begun = useQuery({ queryKey: ["enrolment"], queryFn: () => api.enrolSecondFactor(password), retry: false, staleTime: Infinity, gcTime: 0 });
  const confirm = useMutation({ mutationFn: () => api.confirmSecondFactor(code), onSuccess: () => onMade?.() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  if (confirm.data) return <Codes codes={confirm.data.codes} onDone={onDone} />;
  if (begun.error) return <Failure error={begun.error} onRetry={() => void begun.refetch()} />;
  if (!begun.data) return <Skeleton className="h-64" />;
  return (
    <form onSubmit={submit} className="grid gap-4">
      <p>{t("signin.factor.scan")}</p>
      <QrCode text={begun.data.uri} label={t("signin.factor.picture")} />
      <p className="text-base text-ink-soft">{t("signin.factor.typeIt")} <code dir="ltr" className="select-all break-all font-semibold text-ink">{begun.data.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code></p>
      <CodeField code={code} onChange={setCode} />
      {confirm.error && <Failure error={confirm.error} />}
      <Button type="submit" large data-testid="confirm-app" disabled={confirm.isPending || !code}>{t("signin.factor.confirm")}</Button>
    </form>
  );
}

export function CodeField({ code, onChange }: { code: string; onChange: (code: string) => void }) {
  const { t } = useTranslation();
  return (
    <label className="grid gap-1">
      <span className="font-semibold">{t("signin.factor.code")}</span>
      <input className={`${FIELD} text-xl tabular-nums`} dir="ltr" autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} maxLength={40} required value={code} onChange={(event) => onChange(event.target.value)} data-testid="factor-code" />
    </label>
  );
}

export function Codes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-4">
      <h2 className="text-2xl font-bold">{t("signin.factor.keep")}</h2>
      <p>{t("signin.factor.keepText")}</p>
      <ul dir="ltr" className="grid grid-cols-1 gap-x-6 gap-y-1 rounded-card bg-surface p-4 font-mono sm:grid-cols-2" data-testid="recovery-codes">{codes.map((code) => <li key={code}>{code}</li>)}</ul>
      <div className="flex flex-wrap gap-3">
        <Button look="calm" onClick={() => void navigator.clipboard.writeText(codes.join("\n"))}>{t("signin.factor.copy")}</Button>
        <Button look="calm" onClick={() => print()}>{t("signin.factor.print")}</Button>
        <Button data-testid="codes-kept" onClick={onDone}>{t("signin.factor.kept")}</Button>
      </div>
    </div>
  );
}
