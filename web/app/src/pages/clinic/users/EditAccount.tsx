import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api, type Account, type AccountDetails } from "../../../api";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { Failure } from "../../../components/Failure";
import { LANGUAGES } from "../../../i18n";
import { FIELD } from "../../signin/NewPassword";

/** Makes an account, or changes one. */
export function EditAccount({ account, onDone }: { account: Account | null; onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState<AccountDetails>(account ?? {
    email: "", role: "PATIENT", name: "", about: "", phone: "", dateOfBirth: null,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone, locale: i18n.language.slice(0, 2), enabled: true,
  });
  const done = async () => {
    await queries.invalidateQueries({ queryKey: ["users"] });
    onDone();
  };
  const save = useMutation({ mutationFn: () => (account ? api.changeAccount(account.id, form) : api.createAccount(form)), onSuccess: done });
  const invite = useMutation({ mutationFn: () => api.inviteAccount(account?.id ?? "") });
  const reset = useMutation({ mutationFn: () => api.resetSecondFactor(account?.id ?? "") });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const set = (changes: Partial<AccountDetails>) => setForm({ ...form, ...changes });
  return (
    <Dialog title={account ? account.name : t("users.new")} onClose={onDone}>
      <form onSubmit={submit} className="grid gap-4">
        <Fields form={form} set={set} licence={account?.licence} />
        {account && <label className="flex min-h-11 items-center gap-3"><input type="checkbox" className="size-5" checked={form.enabled !== false} onChange={(event) => set({ enabled: event.target.checked })} />{t("users.enabled")}</label>}
        {account && form.enabled === false && account.enabled && <p className="rounded-card bg-warn px-4 py-3 text-on-warn">{t("users.offMeans")}</p>}
        {!account && <p className="text-base text-ink-soft">{t("users.mailFollows")}</p>}
        {(save.error ?? invite.error ?? reset.error) && <Failure error={save.error ?? invite.error ?? reset.error} />}
        {invite.isSuccess && <p role="status" className="text-good">{t("users.inviteSent")}</p>}
        {account && account.role !== "PATIENT" && (
          <p className="flex flex-wrap items-center gap-3 text-base text-ink-soft">
            <span className="min-w-48 flex-1" role="status">{t(reset.isSuccess ? "users.factorGone" : "users.factorHelp")}</span>
            <Button look="plain" disabled={reset.isPending || reset.isSuccess} onClick={() => reset.mutate()}>{t("users.factorReset")}</Button>
          </p>
        )}
        {account?.role === "PATIENT" && <Link to={`/clinic/data?for=${account.id}`} data-testid="account-rights" className="inline-flex min-h-11 items-center text-primary underline">{t("rights.people")}</Link>}
        <div className="flex flex-wrap justify-end gap-3">
          {account?.enabled && <Button look="plain" disabled={invite.isPending} onClick={() => invite.mutate()}>{t(account.hasPassword ? "users.sendPassword" : "users.inviteAgain")}</Button>}
          <Button look="plain" onClick={onDone}>{t("common.cancel")}</Button>
          <Button type="submit" data-testid="save-account" disabled={save.isPending}>{t("common.save")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** @param licence as it stands under Licences, where it is changed */
function Fields({ form, set, licence = "" }: { form: AccountDetails; set: (changes: Partial<AccountDetails>) => void; licence?: string | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <label className="grid gap-1"><span>{t("users.name")}</span><input className={FIELD} required maxLength={120} value={form.name} onChange={(event) => set({ name: event.target.value })} data-testid="account-name" /></label>
      <label className="grid gap-1"><span>{t("login.email")}</span><input className={FIELD} type="email" required maxLength={320} value={form.email} onChange={(event) => set({ email: event.target.value })} data-testid="account-email" /></label>
      <label className="grid gap-1">
        <span>{t("users.role")}</span>
        <select className={FIELD} value={form.role} onChange={(event) => set({ role: event.target.value as AccountDetails["role"] })} data-testid="account-role">
          {(["PATIENT", "DOCTOR", "ADMIN"] as const).map((one) => <option key={one} value={one}>{t(`login.role.${one}`)}</option>)}
        </select>
      </label>
      {form.role === "DOCTOR" && (
        <>
          <label className="grid gap-1"><span>{t("users.specialty")}</span><input className={FIELD} maxLength={200} value={form.about ?? ""} onChange={(event) => set({ about: event.target.value })} /></label>
          <p className="flex flex-wrap items-center gap-x-3" data-testid="account-licence">
            <span>{t("users.licence")}: <bdi className={licence ? "font-semibold" : "text-ink-soft"}>{licence || t("users.licenceNone")}</bdi></span>
            <Link to="/clinic/licences" className="inline-flex min-h-11 items-center text-primary underline">{t("users.licenceChange")}</Link>
          </p>
        </>
      )}
      {form.role === "PATIENT" && <label className="grid gap-1"><span>{t("users.born")}</span><input className={FIELD} type="date" value={form.dateOfBirth ?? ""} onChange={(event) => set({ dateOfBirth: event.target.value || null })} /></label>}
      <label className="grid gap-1"><span>{t("account.phone")}</span><input className={FIELD} type="tel" dir="ltr" value={form.phone ?? ""} onChange={(event) => set({ phone: event.target.value })} /></label>
      <div className="grid gap-4 sm:grid-cols-2">
        <label className="grid gap-1">
          <span>{t("account.language")}</span>
          <select className={FIELD} value={form.locale.slice(0, 2)} onChange={(event) => set({ locale: event.target.value })}>
            {Object.entries(LANGUAGES).map(([code, name]) => <option key={code} value={code} lang={code}>{name}</option>)}
          </select>
        </label>
        <label className="grid gap-1"><span>{t("users.zone")}</span><select className={FIELD} value={form.zone} onChange={(event) => set({ zone: event.target.value })}>{zones(form.zone).map((zone) => <option key={zone}>{zone}</option>)}</select></label>
      </div>
    </>
  );
}

function zones(own: string): string[] {
  const all = Intl.supportedValuesOf("timeZone");
  return all.includes(own) ? all : [own, ...all];
}
