import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { LANGUAGES, speak } from "../../i18n";
import { FIELD } from "../signin/NewPassword";

/** Phone and language; the time zone follows the device. */
export function YourDetails() {
  const { t } = useTranslation();
  const { user } = useSession();
  const queries = useQueryClient();
  const [phone, setPhone] = useState(user.phone ?? "");
  const [locale, setLocale] = useState(user.locale);
  const save = useMutation({
    mutationFn: () => api.setPreferences({ phone, locale }),
    onSuccess: async ({ user: now }) => {
      queries.setQueryData(["me"], now);
      localStorage.setItem("language", locale.slice(0, 2));
      await speak(locale.slice(0, 2));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className="grid gap-4" aria-labelledby="your-details">
      <h2 id="your-details" className="text-2xl font-bold">{t("account.details")}</h2>
      <label className="grid gap-1"><span>{t("account.phone")}</span><input className={FIELD} type="tel" autoComplete="tel" dir="ltr" value={phone} onChange={(event) => setPhone(event.target.value)} data-testid="account-phone" /></label>
      <label className="grid gap-1">
        <span>{t("account.language")}</span>
        <select className={FIELD} value={locale.slice(0, 2)} onChange={(event) => setLocale(event.target.value)}>
          {Object.entries(LANGUAGES).map(([code, name]) => <option key={code} value={code} lang={code}>{name}</option>)}
        </select>
      </label>
      <p className="text-base text-ink-soft">{t("account.zone", { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}</p>
      {save.error && <Failure error={save.error} />}
      <div className="flex items-center gap-4">
        <Button type="submit" disabled={save.isPending} data-testid="save-details">{t("common.save")}</Button>
        <span role="status">{save.isSuccess && t("account.saved")}</span>
      </div>
    </form>
  );
}
