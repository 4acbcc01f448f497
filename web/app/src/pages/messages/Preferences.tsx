import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type MessagePreferences } from "../../api";
import { Failure } from "../../components/Failure";

/** By which ways somebody wants to be told. What they must be told in any case is said, not hidden. */
export function Preferences() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const wanted = useQuery({ queryKey: ["message-preferences"], queryFn: api.messagePreferences });
  const change = useMutation({
    mutationFn: (want: MessagePreferences) => api.setMessagePreferences(want),
    onSuccess: (now) => queries.setQueryData(["message-preferences"], now),
  });
  if (!wanted.data) return null;
  const { mail, push, sms, needed } = wanted.data;
  const now = change.isPending ? change.variables : { mail, push, sms };
  return (
    <section aria-labelledby="ways" className="grid gap-2">
      <h2 id="ways" className="text-2xl font-bold">{t("messages.ways")}</h2>
      <p className="text-ink-soft">{t("messages.waysHelp")}</p>
      <ul className="divide-y divide-line overflow-hidden rounded-card bg-surface">
        {(["mail", "push", "sms"] as const).map((way) => (
          <li key={way}>
            <label className="flex min-h-14 cursor-pointer items-center gap-4 px-4 py-3">
              <input type="checkbox" className="size-6 shrink-0 accent-primary" data-testid={`way-${way}`} checked={now[way]} disabled={change.isPending} onChange={(event) => change.mutate({ mail, push, sms, [way]: event.target.checked })} />
              <span className="grid"><span className="font-semibold">{t(`messages.way.${way}`)}</span><span className="text-base text-ink-soft">{t(`messages.wayHelp.${way}`)}</span></span>
            </label>
          </li>
        ))}
      </ul>
      {needed && !now.mail && <p role="status" className="text-base text-ink-soft">{t("messages.needed")}</p>}
      {change.error && <Failure error={change.error} />}
    </section>
  );
}
