import { useTranslation } from "react-i18next";
import { Refusal } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { useNow } from "../../hooks/useNow";
import { timeWords } from "../../lib/time-words";

/** Why it could not be booked; who came too late is offered the next free times. */
export function Taken({ error, onOther }: { error: unknown; onOther: (start: string | null) => void }) {
  const { t, i18n } = useTranslation();
  const now = useNow(0, 60_000);
  if (!(error instanceof Refusal) || error.code !== "SLOT_TAKEN") return <Failure error={error} />;
  const next = error.details["next"];
  const starts = Array.isArray(next) ? next.filter((one): one is string => typeof one === "string") : [];
  return (
    <div role="alert" data-testid="taken" className="grid gap-3 rounded-card bg-warn p-5 text-on-warn">
      <p className="font-semibold">{t(starts.length > 0 ? "booking.taken.others" : "booking.taken.none")}</p>
      <ul className="flex flex-wrap gap-2">
        {starts.map((start) => <li key={start}><Button data-testid="other-time" onClick={() => onOther(start)}><span className="first-letter:uppercase">{timeWords(t, start, now, i18n.language)}</span></Button></li>)}
        <li><Button look="calm" onClick={() => onOther(null)}>{t("booking.taken.all")}</Button></li>
      </ul>
    </div>
  );
}
