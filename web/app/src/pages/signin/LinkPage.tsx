import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { api, Refusal, type OpenedLink } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Loading } from "../../components/Loading";
import { useTitle } from "../../hooks/useTitle";
import { afterConfirming } from "../../lib/after-link";
import { timeWords } from "../../lib/time-words";
import { BirthDate } from "./BirthDate";
import { Door } from "./Door";
import { AskAgain } from "./AskAgain";

/** Where the link in a mail leads: who invites and when, one question, and in. Opening it uses nothing up. */
export default function LinkPage() {
  const { t } = useTranslation();
  useTitle(t("signin.link.title"));
  const [token] = useState(() => location.hash.slice(1));
  const link = useQuery({ queryKey: ["link"], queryFn: () => api.openLink(token), retry: false, staleTime: Infinity });
  const path = link.data?.path;
  useEffect(() => {
    if (path) location.replace(path);
  }, [path]);
  if (link.isPending || path) return <Loading />;
  if (link.error instanceof Refusal && link.error.code === "LINK_OVER") return <Over token={token} />;
  if (link.error) return <Door><Failure error={link.error} onRetry={() => void link.refetch()} /></Door>;
  return <Question token={token} link={link.data} />;
}

function Question({ token, link }: { token: string; link: OpenedLink }) {
  const { t, i18n } = useTranslation();
  const [born, setBorn] = useState("");
  const enter = useMutation({
    mutationFn: () => api.comeInByLink(token, born),
    onSuccess: ({ path }) => location.replace(afterConfirming(path)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (born) enter.mutate();
  };
  if (enter.error instanceof Refusal && (enter.error.code === "LINK_OVER" || enter.error.details["triesLeft"] === 0)) return <Over token={token} />;
  const time = timeWords(t, link.start, Date.now(), i18n.language);
  return (
    <Door>
      <h1 className="text-3xl font-bold text-balance" data-testid="invited-by">{t("signin.link.expects", { name: link.host })}</h1>
      <p className="text-xl first-letter:uppercase">{time}</p>
      <form onSubmit={submit} className="grid gap-5">
        <h2 className="text-2xl font-bold">{t("signin.link.who", { name: link.name })}</h2>
        <BirthDate onChange={setBorn} hint={t(link.birthdayKnown ? "signin.link.bornWhy" : "signin.link.bornNew")} />
        {enter.error && <Failure error={enter.error} />}
        {enter.error instanceof Refusal && typeof enter.error.details["triesLeft"] === "number" && <p role="status">{t("signin.link.tries", { count: enter.error.details["triesLeft"] })}</p>}
        <Button type="submit" large data-testid="confirm-link" disabled={enter.isPending || !born}>{t("signin.link.yes")}</Button>
      </form>
      <p className="text-base text-ink-soft">{t("signin.link.notYou")}</p>
    </Door>
  );
}

function Over({ token }: { token: string }) {
  const { t } = useTranslation();
  return (
    <Door>
      <h1 className="text-3xl font-bold" data-testid="link-over">{t("signin.link.over")}</h1>
      <p>{t("signin.link.overText")}</p>
      <AskAgain token={token} />
    </Door>
  );
}
