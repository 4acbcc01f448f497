import { useQuery } from "@tanstack/react-query";
import { BellRing } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, Refusal } from "../../api";
import { useSession } from "../../app/session";
import { Button } from "../../components/Button";
import { refusalWords } from "../../components/Failure";
import { pushState, switchOff, switchOn, type PushState } from "../../lib/push";

/** Lets somebody choose to be told in this browser although no page is open. @param off what it is good for; else what a doctor gains by it */
export function RingWhenClosed({ off }: { off?: string }) {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const push = useQuery({ queryKey: ["push"], queryFn: api.push, staleTime: Infinity });
  const [state, setState] = useState<PushState | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  // Permission is given and taken in the browser's own windows; coming back from there is when it may have changed.
  useEffect(() => {
    const look = () => void pushState(user.id).then(setState, () => setState("unsupported"));
    look();
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [user.id]);

  const change = async (to: () => Promise<PushState>) => {
    setBusy(true);
    setFailure(null);
    try {
      setState(await to());
    } catch (error) {
      setFailure(error instanceof Refusal ? refusalWords(t, error) : t("push.unreachable"));
    }
    setBusy(false);
  };
  if (!state || !push.data?.offered) return null;
  const on = state === "on";
  return (
    <section aria-labelledby="push-title" data-testid="push" data-state={state} className="mt-10 flex flex-wrap items-start gap-x-5 gap-y-3 border-t border-line pt-6">
      <BellRing aria-hidden="true" size={24} className={`mt-1 shrink-0 ${on ? "text-good" : "text-ink-soft"}`} />
      <div className="min-w-52 max-w-2xl flex-1">
        <h2 id="push-title" className="mb-1 text-xl font-bold">{t("push.title")}</h2>
        <p role="status" className="text-ink-soft">{failure ?? (state === "off" && off ? off : t(`push.${state}`))}</p>
        {on && !failure && <p className="text-ink-soft">{t("push.onHelp")}</p>}
      </div>
      {(on || state === "off") && (
        <Button look="calm" className="max-sm:ms-11" data-testid="push-switch" disabled={busy} onClick={() => void change(() => (on ? switchOff() : switchOn(user.id, i18n.language)))}>
          {busy ? t("push.switching") : t(on ? "push.switchOff" : "push.switchOn")}
        </Button>
      )}
    </section>
  );
}
