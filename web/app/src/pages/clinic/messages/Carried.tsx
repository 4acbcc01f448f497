import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type CarriedMessage } from "../../../api";
import { Button } from "../../../components/Button";
import { Failure } from "../../../components/Failure";
import { dateAndTime } from "../../../lib/time-words";

/** One message: about what, to whom, by which way, how it stands, and if not well, why and what to do. */
export function Carried({ message, onSent }: { message: CarriedMessage; onSent: () => void }) {
  const { t, i18n } = useTranslation();
  const { id, kind, channel, person, state, attempts, problem, createdAt, nextAt, settledAt } = message;
  const again = useMutation({ mutationFn: () => api.sendAgain(id), onSuccess: onSent });
  const settled = state === "SENT" || state === "GIVEN_UP";
  const tone = { GIVEN_UP: "text-danger", FAILED: "text-on-warn", SENT: "text-ink-soft", QUEUED: "text-ink-soft", SENDING: "text-ink-soft" }[state];
  const at = dateAndTime(settledAt ?? (state === "QUEUED" || state === "FAILED" ? nextAt : createdAt), i18n.language);
  return (
    <li data-testid="carried" data-id={id} data-state={state} className="grid gap-x-6 gap-y-2 rounded-card bg-surface p-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h2 className="font-semibold">{t(`outbox.kind.${kind}`)} <span className="font-normal text-ink-soft">· {t(`outbox.channel.${channel}`)} · {person}</span></h2>
        <p className={`text-base ${tone}`}>{t(`outbox.stands.${state}`, { time: at })}{attempts > 1 && <> · {t("outbox.attempts", { count: attempts })}</>}</p>
        {problem && <p className="text-base">{t(`outbox.problem.${problem}`)}</p>}
        {again.error && <Failure error={again.error} />}
      </div>
      {(settled || state === "FAILED") && <div className="self-center"><Button look="calm" disabled={again.isPending} data-testid="send-again" onClick={() => again.mutate()}>{t("outbox.again")}</Button></div>}
    </li>
  );
}
