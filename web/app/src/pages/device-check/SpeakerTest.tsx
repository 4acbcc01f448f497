import type { LocalMedia, Results } from "@consilium/call-engine";
import { Volume2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { useStore } from "../../hooks/useStore";
import { testSound } from "../../lib/ring-tone";

type Answer = Results["speaker"];

/** Whether a sound arrives, only the person can say. */
export function SpeakerTest({ media, answer, onAnswer }: { media: LocalMedia; answer: Answer; onAnswer: (answer: Answer) => void }) {
  const { t } = useTranslation();
  const { speakerId } = useStore(media.store);
  const [played, setPlayed] = useState(false);
  const play = () => {
    onAnswer("NOT_ASKED");
    void testSound(speakerId).then(() => setPlayed(true));
  };
  return (
    <section aria-labelledby="speaker-test" className="grid justify-items-start gap-3">
      <h2 id="speaker-test" className="text-xl font-bold">{t("check.speaker.title")}</h2>
      <Button look="calm" onClick={play} data-testid="play-sound"><Volume2 size={20} aria-hidden="true" />{t("check.speaker.play")}</Button>
      <div aria-live="polite">
        {played && answer === "NOT_ASKED" && (
          <div className="flex flex-wrap items-center gap-3">
            <span>{t("check.speaker.question")}</span>
            <Button look="calm" data-testid="heard" onClick={() => onAnswer("HEARD")}>{t("check.speaker.yes")}</Button>
            <Button look="calm" data-testid="not-heard" onClick={() => onAnswer("NOT_HEARD")}>{t("check.speaker.no")}</Button>
          </div>
        )}
        {answer === "HEARD" && <p className="text-good">{t("check.speaker.good")}</p>}
        {answer === "NOT_HEARD" && <p>{t("check.finding.SPEAKER_NOT_HEARD.do")}</p>}
      </div>
    </section>
  );
}
