import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Star } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type RatingIssue } from "../../api";
import { Button } from "../../components/Button";
import { Failure } from "../../components/Failure";
import { Notice } from "../../components/Notice";
import { takeLostFocus } from "../../hooks/focus";
import { useNow } from "../../hooks/useNow";

const ISSUES: RatingIssue[] = ["AUDIO", "VIDEO", "CONNECTION", "OTHER"];
const FEW = 3;

/** Five stars; one question more only when there are few. Good ratings are saved with the click. Skippable; changeable for a day. */
export function RatingForm({ appointmentId }: { appointmentId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const now = useNow(0, 60_000);
  const known = useQuery({ queryKey: ["rating", appointmentId], queryFn: () => api.rating(appointmentId) });
  const [stars, setStars] = useState(0);
  const [issues, setIssues] = useState<RatingIssue[]>([]);
  const [text, setText] = useState("");
  const [changing, setChanging] = useState(false);
  const [skipped, setSkipped] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [sent, setSent] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => { if (sent > 0 || changing) takeLostFocus(place.current); }, [sent, changing]);
  const send = async (rating: number) => {
    try {
      await api.rate(appointmentId, { stars: rating, issues: rating > FEW ? [] : issues, text: rating > FEW ? "" : text });
      await queries.invalidateQueries({ queryKey: ["rating", appointmentId] });
      setChanging(false);
      setSent((times) => times + 1);
    } catch (refusal) {
      setError(refusal);
    }
  };
  const given = known.data;
  if (!given || skipped) return null;
  const change = () => { setStars(given.stars); setIssues(given.issues); setText(given.text); setChanging(true); };
  if (given.stars > 0 && !changing) {
    const open = given.editableUntil !== null && Date.parse(given.editableUntil) > now;
    return (
      <div ref={place} className="flex flex-wrap items-center gap-x-4">
        <Notice testId="rating-saved">{t("after.saved")}</Notice>
        {open && <Button look="plain" data-testid="rating-change" onClick={change}>{t("history.changeRating")}</Button>}
      </div>
    );
  }
  const choose = (rating: number) => {
    setStars(rating);
    if (rating > FEW) void send(rating);
  };
  return (
    <section ref={place}>
      <h2 className="mb-2 text-xl font-bold">{t("after.rate")}</h2>
      <div className="-ms-3 flex flex-wrap items-center gap-1">
        {[1, 2, 3, 4, 5].map((rating) => (
          <button key={rating} type="button" aria-label={t("after.stars", { count: rating })} aria-pressed={stars === rating} data-testid={`star-${rating}`} onClick={() => choose(rating)} className="inline-flex size-14 items-center justify-center rounded-full text-primary hover:bg-calm max-[360px]:size-12">
            <Star size={32} fill={rating <= stars ? "currentColor" : "none"} aria-hidden="true" />
          </button>
        ))}
        <Button look="plain" data-testid="rating-skip" onClick={() => (changing ? setChanging(false) : setSkipped(true))}>{t("history.notNow")}</Button>
      </div>
      {error !== null && <Failure error={error} />}
      {stars > 0 && stars <= FEW && (
        <div className="mt-4 grid max-w-lg gap-3">
          <fieldset className="flex flex-wrap gap-2">
            <legend className="mb-2">{t("after.what")}</legend>
            {ISSUES.map((issue) => (
              <label key={issue} className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line px-4 has-checked:bg-calm">
                <input type="checkbox" data-testid={`issue-${issue}`} checked={issues.includes(issue)} onChange={(e) => setIssues(e.target.checked ? [...issues, issue] : issues.filter((i) => i !== issue))} />
                {t(`after.issue.${issue}`)}
              </label>
            ))}
          </fieldset>
          <label className="grid gap-1">
            <span>{t("after.remark")}</span>
            <textarea className="rounded-xl border border-line bg-surface p-3" rows={3} maxLength={2000} data-testid="rating-text" value={text} onChange={(e) => setText(e.target.value)} />
          </label>
          <Button data-testid="rating-send" onClick={() => void send(stars)}>{t("after.send")}</Button>
        </div>
      )}
    </section>
  );
}
