import { useTranslation } from "react-i18next";
import type { Appointment, Recording } from "../../../api";
import { useSession } from "../../../app/session";
import { useNow } from "../../../hooks/useNow";
import { lengthWords, sizeWords, standing } from "../../../lib/recording-words";
import { timeWords } from "../../../lib/time-words";
import { Answers } from "./Answers";
import { DownloadPermission } from "./DownloadPermission";
import { Gaps } from "./Gaps";
import { Reel } from "./Reel";
import { Standing } from "./Standing";
import { TakeBack } from "./TakeBack";

interface Props { recording: Recording; appointment: Appointment; onChanged: () => void }

/** One recording: when, how long, what is missing, and what its reader may do with it. */
export function RecordingCard({ recording, appointment, onChanged }: Props) {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const now = useNow(0, 60_000);
  const { id, url, startedAt, durationMs, size, parts } = recording;
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
      {watchable && parts.length > 1 && <p data-testid="recording-parts">{t("recordings.parts", { count: parts.length })}</p>}
      {watchable && parts.length > 1 && parts.map((part) => (
        <Reel
          key={part.number} number={part.number} url={`${url}?part=${part.number}`} download={`${url}?part=${part.number}&download=true`} size={part.size}
          poster={part.number === 1 ? recording.poster : null} label={t("recordings.ofNumber", { when, number: part.number })} mayDownload={mayDownload} onBroken={onChanged} arriving={state === "arriving"}
        />
      ))}
      {watchable && parts.length < 2 && (
        <Reel number={null} url={url} download={`${url}?download=true`} size={size} poster={recording.poster} label={t("recordings.of", { when })} mayDownload={mayDownload} onBroken={onChanged} arriving={state === "arriving"} />
      )}
      {state === "ready" && !mayDownload && <p data-testid="download-not-allowed" className="text-base text-ink-soft">{t("recordings.notAllowed")}</p>}
      <Gaps recording={recording} />
      <Answers recording={recording} appointment={appointment} />
      {!doctor && state !== "going" && <TakeBack recording={recording} onChanged={onChanged} />}
      {watchable && doctor && <DownloadPermission recording={recording} patient={appointment.patient.name} onChanged={onChanged} />}
    </li>
  );
}
