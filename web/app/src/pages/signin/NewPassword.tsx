import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "../../api";
import { Failure } from "../../components/Failure";

export const FIELD = "min-h-12 w-full rounded-xl border border-line-strong bg-ground px-4";

/** One field that can be shown, pasted into and filled by a password manager; typing it twice proves nothing. */
export function NewPassword({ value, onChange, error }: { value: string; onChange: (value: string) => void; error: unknown }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const why = error instanceof Refusal && error.code === "PASSWORD_REFUSED" ? error.details["why"] : null;
  return (
    <div className="grid gap-2">
      <label className="grid gap-1">
        <span className="font-semibold">{t("signin.password.new")}</span>
        <input data-testid="new-password" className={FIELD} type={shown ? "text" : "password"} autoComplete="new-password" required value={value} onChange={(event) => onChange(event.target.value)} aria-describedby="password-help" />
      </label>
      <p id="password-help" className="text-base text-ink-soft">{t("signin.password.help")}</p>
      <label className="flex min-h-11 items-center gap-3"><input type="checkbox" className="size-5" checked={shown} onChange={(event) => setShown(event.target.checked)} />{t("signin.password.show")}</label>
      {typeof why === "string" && <p role="alert" data-testid="password-refused" className="rounded-card bg-danger-calm px-4 py-3">{t(`signin.password.why.${why}`)}</p>}
      {error !== null && typeof why !== "string" && <Failure error={error} />}
    </div>
  );
}
