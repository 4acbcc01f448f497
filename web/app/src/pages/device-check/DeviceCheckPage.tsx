import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { Button } from "../../components/Button";
import { DevicePicker } from "../../components/DevicePicker";
import { DevicePreview } from "../../components/DevicePreview";
import { Failure } from "../../components/Failure";
import { MediaTrouble } from "../../components/MediaTrouble";
import { useStore } from "../../hooks/useStore";
import { useTitle } from "../../hooks/useTitle";
import { nextPage } from "../../lib/after-link";
import { useCheck, useSaving, type OpenCheck } from "./check-hooks";
import { Details } from "./Details";
import { HearYourself } from "./HearYourself";
import { Lines } from "./Lines";
import { Outcome } from "./Outcome";
import { SpeakerTest } from "./SpeakerTest";

/** Can be done any time before: own picture, three lines that turn good one by one, one button. */
export default function DeviceCheckPage() {
  const check = useCheck();
  return check && <Check {...check} />;
}

function Check({ media, preflight }: OpenCheck) {
  const { t } = useTranslation();
  useTitle(t("check.title"));
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const appointmentId = params.get("appointment");
  const state = useStore(preflight.store);
  const saving = useSaving(appointmentId, state);
  const { outcome } = state.verdict;
  const leave = () => void navigate(nextPage(params.get("then")));
  return (
    <div className="grid grid-cols-1 items-start gap-x-10 gap-y-6 md:grid-cols-2" data-testid="device-check" data-outcome={outcome ?? "open"} data-took={state.tookMs ?? ""} data-saved={saving.saved}>
      <header className="md:col-start-1 md:row-start-1">
        <h1 className="text-3xl font-bold">{t("check.title")}</h1>
        <p className="text-ink-soft">{t("check.lead")}</p>
        <p className="text-base text-ink-soft">{t("check.private")}</p>
      </header>
      <section className="grid gap-4 md:col-start-2 md:row-span-2 md:row-start-1" aria-label={t("check.camera")}>
        <DevicePreview media={media} />
        <MediaTrouble media={media} />
      </section>
      <section className="grid gap-5 md:col-start-1 md:row-span-2 md:row-start-2">
        <Lines state={state} media={media} />
        <Outcome verdict={state.verdict} saved={saving.saved} />
        {saving.error !== null && !saving.saved && <Failure error={saving.error} onRetry={saving.again} />}
        <div className="flex flex-wrap gap-3">
          {outcome === "AT_RISK" && <Button large data-testid="check-again" onClick={() => preflight.again()}>{t("check.again")}</Button>}
          <Button large look={outcome === "READY" ? "primary" : "calm"} data-testid="devices-done" onClick={leave}>{outcome === "READY" ? t("check.done") : t("check.doneAnyway")}</Button>
        </div>
      </section>
      <div className="grid gap-6 md:col-start-2 md:row-start-3">
        <SpeakerTest media={media} answer={state.results.speaker} onAnswer={(heard) => preflight.speaker(heard)} />
        <HearYourself media={media} />
      </div>
      <Details state={state} />
      <details data-testid="pickers">
        <summary className="min-h-11 cursor-pointer content-center font-semibold">{t("check.pick")}</summary>
        <div className="grid grid-cols-1 gap-3 pt-2">
          {(["camera", "microphone", "speaker"] as const).map((kind) => <DevicePicker key={kind} media={media} kind={kind} />)}
        </div>
      </details>
    </div>
  );
}
