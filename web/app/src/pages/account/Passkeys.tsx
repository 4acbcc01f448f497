import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { passkeys, type Passkey } from "../../api/passkeys";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Failure } from "../../components/Failure";
import { Skeleton } from "../../components/Loading";
import { passkeysPossible } from "../../lib/passkey";
import { dateAndTime } from "../../lib/time-words";
import { Codes } from "../signin/EnrolApp";
import { FIELD } from "../signin/NewPassword";

/** Passkeys: made, listed, taken away. */
export function Passkeys() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ["passkeys"], queryFn: passkeys.list });
  const [leaving, setLeaving] = useState<Passkey | null>(null);
  const [codes, setCodes] = useState<string[]>([]);
  const changed = () => Promise.all(["passkeys", "second-factor"].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  return (
    <section className="grid gap-4" aria-labelledby="passkeys">
      <h2 id="passkeys" className="text-2xl font-bold">{t("passkeys.title")}</h2>
      <p className="text-ink-soft">{t("passkeys.what")}</p>
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton className="h-16" />}
      {list.data && list.data.length > 0 && (
        <ul className="divide-y divide-line rounded-card bg-surface" data-testid="passkeys">{list.data.map((one) => <Row key={one.id} passkey={one} onRemove={() => setLeaving(one)} />)}</ul>
      )}
      {codes.length > 0 ? <Codes codes={codes} onDone={() => setCodes([])} /> : <Add onAdded={(now) => { setCodes(now); void changed(); }} />}
      {leaving && <Remove passkey={leaving} onClose={() => { setLeaving(null); void changed(); }} />}
    </section>
  );
}

function Row({ passkey, onRemove }: { passkey: Passkey; onRemove: () => void }) {
  const { t, i18n } = useTranslation();
  const time = dateAndTime(passkey.usedAt ?? passkey.createdAt, i18n.language);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
      <KeyRound size={20} aria-hidden="true" className="shrink-0 text-ink-soft" />
      <span className="min-w-48 flex-1">
        <span className="block break-words font-semibold"><bdi>{passkey.name || t("passkeys.unnamed")}</bdi></span>
        <span className="block text-base text-ink-soft">{t(passkey.usedAt ? "passkeys.used" : "passkeys.made", { time })}</span>
      </span>
      <Button look="plain" data-testid="remove-passkey" onClick={onRemove}>{t("passkeys.remove")}</Button>
    </li>
  );
}

function Add({ onAdded }: { onAdded: (codes: string[]) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const add = useMutation({
    mutationFn: () => passkeys.add(name, password),
    onSuccess: ({ codes }) => {
      setName("");
      setPassword("");
      onAdded(codes);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  if (!passkeysPossible()) return <p className="rounded-card bg-calm px-4 py-3 text-on-calm">{t("passkeys.notHere")}</p>;
  return (
    <form onSubmit={submit} className="grid gap-4">
      <label className="grid gap-1"><span className="font-semibold">{t("passkeys.name")}</span><input className={FIELD} maxLength={60} autoComplete="off" dir="auto" placeholder={t("passkeys.example")} value={name} onChange={(event) => setName(event.target.value)} data-testid="passkey-name" /></label>
      <label className="grid gap-1"><span className="font-semibold">{t("account.current")}</span><input className={FIELD} type="password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.target.value)} data-testid="passkey-password" /></label>
      {add.error && <Failure error={add.error} />}
      <Button type="submit" look="calm" className="justify-self-start" data-testid="add-passkey" disabled={add.isPending || !password}>{t("passkeys.make")}</Button>
    </form>
  );
}

function Remove({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  const remove = useMutation({ mutationFn: () => passkeys.remove(passkey.id, password), onSuccess: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate();
  };
  return (
    <Dialog title={t("passkeys.removeTitle", { name: passkey.name || t("passkeys.unnamed") })} onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <p>{t("passkeys.removeText")}</p>
        <label className="grid gap-1"><span className="font-semibold">{t("account.current")}</span><input className={FIELD} type="password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.target.value)} /></label>
        {remove.error && <Failure error={remove.error} />}
        <div className="flex flex-wrap justify-end gap-3">
          <Button look="plain" onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="danger" data-testid="remove-passkey-confirm" disabled={remove.isPending || !password}>{t("passkeys.remove")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
