import { canRecord, record, type LocalMedia } from "@consilium/call-engine";
import { Mic, Play } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { useStore } from "../../hooks/useStore";

const SECONDS = 5;

/** A few seconds of one's own voice, kept in this page and gone with it. */
export function HearYourself({ media }: { media: LocalMedia }) {
  const { t } = useTranslation();
  const { microphone, speakerId } = useStore(media.store);
  const [left, setLeft] = useState(0);
  const [sound, setSound] = useState("");
  const [failed, setFailed] = useState(false);
  const player = useRef<HTMLAudioElement & { setSinkId?: (id: string) => Promise<void> }>(null);
  const ending = useRef<AbortController>(null);
  useEffect(() => () => ending.current?.abort(), []);
  useEffect(() => () => { if (sound) URL.revokeObjectURL(sound); }, [sound]);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);

  const { track, on } = microphone;
  if (!track || !on || !canRecord()) return null;
  const start = async () => {
    ending.current = new AbortController();
    setFailed(false);
    setLeft(SECONDS);
    try {
      const blob = await record(track, SECONDS * 1_000, ending.current.signal);
      if (!ending.current.signal.aborted) setSound(URL.createObjectURL(blob));
    } catch {
      setFailed(true);
    } finally {
      setLeft(0);
    }
  };
  const play = async () => {
    if (speakerId) await player.current?.setSinkId?.(speakerId).catch(() => undefined);
    await player.current?.play().catch(() => setFailed(true));
  };
  return (
    <section aria-labelledby="hear-yourself" className="grid justify-items-start gap-3">
      <h2 id="hear-yourself" className="text-xl font-bold">{t("check.hear.title")}</h2>
      <div className="flex flex-wrap gap-3">
        <Button look="calm" data-testid="record" disabled={left > 0} onClick={() => void start()}>
          <Mic size={20} aria-hidden="true" />{left > 0 ? t("check.hear.recording", { seconds: left }) : t("check.hear.record")}
        </Button>
        {sound && <Button look="calm" data-testid="play-back" onClick={() => void play()}><Play size={20} aria-hidden="true" />{t("check.hear.play")}</Button>}
      </div>
      {sound && <audio ref={player} src={sound} data-testid="own-voice" />}
      {failed && <p role="status">{t("check.hear.failed")}</p>}
    </section>
  );
}
