import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type Appointment, type Recording } from "../../api";
import { useSession } from "../../app/session";
import { Failure } from "../../components/Failure";
import { standing } from "../../lib/recording-words";
import { RecordingCard } from "./recordings/RecordingCard";

/** The end of a recording arrives within seconds; where it does not, it may take until somebody's computer is back. */
const OFTEN = 3_000;
const SELDOM = 30_000;
const LATE = 10;

/** R7: what was recorded, to watch and to download, for the two whose it is. Nothing at all where nothing was. */
export function Recordings({ videoCallId, appointment }: { videoCallId: string; appointment: Appointment }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const list = useQuery({
    queryKey: ["recordings", videoCallId], queryFn: () => api.recordings(videoCallId),
    refetchInterval: ({ state }) => (state.data?.some(unsettled) ? (state.dataUpdateCount < LATE ? OFTEN : SELDOM) : false),
  });
  if (list.error && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data?.length) return null;
  const other = user.role === "DOCTOR" ? appointment.patient : appointment.doctor;
  return (
    <section aria-labelledby="recordings" data-testid="recordings">
      <h2 id="recordings" className="text-xl font-bold">{t("recordings.title", { count: list.data.length })}</h2>
      <p className="mb-3 text-base text-ink-soft">{t("recordings.who", { name: other.name })}</p>
      <ul className="grid gap-4">
        {list.data.map((recording) => (
          <RecordingCard key={recording.id} recording={recording} appointment={appointment} onChanged={() => void list.refetch()} />
        ))}
      </ul>
    </section>
  );
}

function unsettled(recording: Recording): boolean {
  return ["going", "arriving"].includes(standing(recording));
}
