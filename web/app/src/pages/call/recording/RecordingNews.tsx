import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../../app/session";
import { useStore } from "../../../hooks/useStore";
import { recordingTone } from "../../../lib/ring-tone";
import type { OpenCall } from "../warm-call";
import { troubleWords, voiceOf } from "./trouble";
import { newsOf, viewOf } from "./view";

const SHOWN = 8_000;
/** Reasons to stop that need words of their own. */
const WHY_STOPPED: Record<string, "full" | "away" | "service"> = { STORAGE_FULL: "full", STORAGE_AWAY: "away", SERVICE_FAILED: "service" };

/** Says and plays that a recording begins, rests or ends; tells the doctor what is wrong with it. */
export function RecordingNews({ open }: { open: OpenCall }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const { recording, me, participants, recordingTrouble, problem } = useStore(open.call.store);
  const [words, setWords] = useState("");
  const known = useRef<typeof recording>(null);
  const { asked, going } = viewOf(recording, me);
  useEffect(() => {
    const news = newsOf(known.current, recording);
    known.current = recording;
    if (!news) return;
    if (news !== "declined") recordingTone(news === "began");
    const why = news === "stopped" ? WHY_STOPPED[recording?.reason ?? ""] : undefined;
    setWords(t(`recording.news.${why ?? news}`));
  }, [recording, t]);
  useEffect(() => {
    if (asked) setWords(t("recording.news.question"));
  }, [asked, t]);
  useEffect(() => {
    if (problem?.code === "RECORDING_UNAVAILABLE") setWords(t("errors.RECORDING_UNAVAILABLE"));
  }, [problem, t]);
  useEffect(() => {
    const timer = setTimeout(() => setWords(""), SHOWN);
    return () => clearTimeout(timer);
  }, [words]);
  const trouble = user.role === "DOCTOR" && going !== null ? recordingTrouble : null;
  return (
    <div className="pointer-events-none absolute inset-x-0 top-38 z-30 grid justify-items-center gap-2 px-4 short:top-16">
      <p role="status" data-testid="recording-news" className={words && !asked ? "rounded-card bg-surface px-4 py-2 text-center shadow-(--shadow)" : "sr-only"}>{words}</p>
      {trouble && <p role="alert" data-testid="recording-trouble" data-trouble={trouble} className="max-w-xl rounded-card bg-warn px-4 py-2 text-center text-on-warn">{troubleWords(t, trouble, voiceOf(trouble, recording?.recorder ?? me, participants), me)}</p>}
    </div>
  );
}
