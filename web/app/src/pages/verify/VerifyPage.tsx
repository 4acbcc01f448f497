import { BadgeCheck, BadgeX, FileQuestion, History } from "lucide-react";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { prescriptions, type Verified } from "../../api/prescriptions";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { LanguageChoice } from "../../components/LanguageChoice";
import { Loading } from "../../components/Loading";
import { useApp } from "../../hooks/useApp";
import { useTitle } from "../../hooks/useTitle";
import { dateAndTime } from "../../lib/time-words";
import { FIELD } from "../prescription/Fields";
import { itemLine } from "../prescription/item-words";

const LOOKS = {
  GENUINE: { icon: BadgeCheck, look: "text-good" },
  SUPERSEDED: { icon: History, look: "text-ink-soft" },
  WITHDRAWN: { icon: BadgeX, look: "text-danger" },
  ALTERED: { icon: BadgeX, look: "text-danger" },
  UNKNOWN: { icon: FileQuestion, look: "text-ink-soft" },
} as const;

/** Mail programs cut links off, also in the middle of a sign. */
function codeOfLink(): string {
  const written = location.hash.slice(1);
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** Open to everybody: is the prescription in my hand genuine? The code of a link stands behind # and goes into no log. */
export default function VerifyPage() {
  const { t } = useTranslation();
  const app = useApp();
  useTitle(t("verify.title"));
  const [code, setCode] = useState(codeOfLink);
  const [told, setTold] = useState<Verified | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const latest = useRef(0);
  // What was said of one code must not stand beside another.
  const forget = () => {
    latest.current++;
    setTold(null);
    setError(null);
    setBusy(false);
  };
  const check = (typed: string) => {
    forget();
    setBusy(true);
    const at = latest.current;
    const still = (then: () => void) => { if (at === latest.current) then(); };
    void prescriptions.verify(typed).then((found) => still(() => setTold(found)), (why: unknown) => still(() => setError(why))).finally(() => still(() => setBusy(false)));
  };
  useEffect(() => { if (code) check(code); }, []);
  const submit = (event: FormEvent) => { event.preventDefault(); check(code); };
  return (
    <main className="mx-auto grid max-w-2xl gap-6 px-5 py-8">
      <div className="flex items-center justify-between gap-3">
        <p className="flex items-center gap-3 text-base text-ink-soft"><img src="/logo.svg" alt="" width="40" height="40" />{app?.name}</p>
        <LanguageChoice />
      </div>
      <div className="grid gap-2">
        <h1 className="text-3xl font-bold">{t("verify.title")}</h1>
        <p className="text-ink-soft">{t("verify.lead")}</p>
      </div>
      <form onSubmit={submit} className="grid gap-3">
        <label className="grid gap-1">
          <span>{t("verify.code")}</span>
          <input className={`${FIELD} font-semibold max-sm:px-2 max-sm:text-sm`} dir="ltr" autoCapitalize="characters" autoComplete="off" spellCheck={false} maxLength={60} value={code} data-testid="verify-code" onChange={(e) => { setCode(e.target.value); forget(); }} />
        </label>
        <Button type="submit" large className="justify-self-start" disabled={!code.trim()} data-testid="verify-check">{t("verify.check")}</Button>
      </form>
      {busy && <Loading />}
      {error !== null && <Failure error={error} />}
      {told && <Answer told={told} />}
    </main>
  );
}

function Answer({ told }: { told: Verified }) {
  const { t, i18n } = useTranslation();
  const { icon: Icon, look } = LOOKS[told.standing];
  return (
    <section role="status" data-testid="verified" data-standing={told.standing} className="grid gap-4 rounded-card bg-surface p-6">
      <Icon aria-hidden="true" size={44} strokeWidth={1.5} className={look} />
      <h2 className="text-2xl font-bold">{t(`verify.standing.${told.standing}`)}</h2>
      <p>{t(`verify.help.${told.standing}`)}</p>
      {told.doctor && (
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
          <Row name={t("verify.doctor")}>{told.doctor}</Row>
          <Row name={t("verify.licence")}><span dir="ltr">{told.licence}</span></Row>
          <Row name={t("verify.clinic")}>{told.clinic}</Row>
          <Row name={t("verify.signed")}>{dateAndTime(told.signedAt ?? "", i18n.language)}</Row>
          {(told.version ?? 1) > 1 && <Row name={t("verify.version")}>{told.version}</Row>}
          <Row name={t("verify.patient")}>{told.full?.patient ?? [told.initials, told.yearOfBirth].filter(Boolean).join(", ")}</Row>
        </dl>
      )}
      {told.full && (
        <div className="grid gap-2 border-t border-line pt-4">
          <h3 className="font-bold">{t("verify.compare")}</h3>
          <ul className="grid gap-2">
            {told.full.items.map((item, at) => <li key={at}><span className="font-semibold">{item.medication}</span><br />{itemLine(t, item)}{item.notes && <span className="block">{item.notes}</span>}</li>)}
          </ul>
          {told.full.notes && <p className="whitespace-pre-line">{told.full.notes}</p>}
        </div>
      )}
      {told.doctor && !told.full && <p className="text-base text-ink-soft">{t("verify.half")}</p>}
      {told.proof && (
        <details className="text-base text-ink-soft">
          <summary className="min-h-11 cursor-pointer py-2">{t("verify.proof")}</summary>
          <dl dir="ltr" className="grid gap-1 break-all text-start">
            <dt>SHA-256</dt><dd>{told.proof.digest}</dd><dt>Ed25519</dt><dd>{told.proof.signature}</dd><dt>Public key</dt><dd>{told.proof.publicKey}</dd>
          </dl>
        </details>
      )}
    </section>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return <><dt className="text-ink-soft">{name}</dt><dd className="font-semibold">{children}</dd></>;
}
