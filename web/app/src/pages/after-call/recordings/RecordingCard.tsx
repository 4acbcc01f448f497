import { Download, Play } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment, Recording } from "../../../api";
import { useSession } from "../../../app/session";
import { Button, buttonLook } from "../../../components/Button";
import { useNow } from "../../../hooks/useNow";
import { lengthWords, sizeWords, standing } from "../../../lib/recording-words";
import { timeWords } from "../../../lib/time-words";
import { DownloadPermission } from "./DownloadPermission";
import { Gaps } from "./Gaps";
import { Player } from "./Player";
import { Standing } from "./Standing";

interface Props { recording: Recording; appointment: Appointment; onChanged: () => void }

/** One recording: when, how long, what is missing, and what its reader may do with it. */
export function RecordingCard({ recording, appointment, onChanged }: Props) {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const now = useNow(0, 60_000);
  const [watching, setWatching] = useState(false);
  const { id, url, startedAt, durationMs, size } = recording;
  const state = standing(recording);
  const doctor = user.role === "DOCTOR";
  const mayDownload = doctor || recording.patientMayDownload;
  const when = startedAt ? timeWords(t, startedAt, now, i18n.language) : "";
  const watchable = state === "ready" || state === "arriving";
  return (
    <li data-testid="recording" data-state={state} data-id={id} className="grid gap-4 rounded-card bg-surface p-4 sm:p-5">
      <div>
        <h3 className="font-semibold first-letter:uppercase">{when}</h3>
        {durationMs !== null && size !== null && (
          <p data-testid="recording-length" data-ms={durationMs} className="text-base text-ink-soft">{lengthWords(t, durationMs)} · {sizeWords(size, i18n.language)}</p>
        )}
      </div>
      <Standing state={state} deletedAt={recording.deletedAt} />
      {/* Not before somebody asks for it: each view is written down, and phones pay for what they load. */}
      {watchable && watching && <Player poster={recording.poster} key={size} url={url} label={t("recordings.of", { when })} mayDownload={mayDownload} onBroken={onChanged} />}
      <Gaps recording={recording} />
      {watchable && (
        <div className="flex flex-wrap items-center gap-3">
          {!watching && <Button data-testid="recording-watch" look={state === "ready" ? "primary" : "calm"} onClick={() => setWatching(true)}><Play size={20} aria-hidden="true" />{t(state === "ready" ? "recordings.watch" : "recordings.watchPart")}</Button>}
          {state === "ready" && mayDownload && <a data-testid="recording-download" href={`${url}?download=true`} download className={buttonLook("calm", false)}><Download size={20} aria-hidden="true" />{t("recordings.download")}</a>}
          {state === "ready" && !mayDownload && <p data-testid="download-not-allowed" className="text-base text-ink-soft">{t("recordings.notAllowed")}</p>}
        </div>
      )}
      {watchable && doctor && <DownloadPermission recording={recording} patient={appointment.patient.name} onChanged={onChanged} />}
    </li>
  );
}
