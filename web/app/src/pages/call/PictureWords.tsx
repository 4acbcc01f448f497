import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { useStore } from "../../hooks/useStore";
import { pictureWords, type PictureWords as Words } from "../../lib/picture-words";
import type { OpenCall } from "./warm-call";

const READ_IN = 8_000;

/** Says in words why the own picture is smaller or paused, and that it is back. */
export function PictureWords({ open }: { open: OpenCall }) {
  const { t } = useTranslation();
  const { call, media } = open;
  const { sending, receive } = useStore(call.store);
  const { camera } = useStore(media.store);
  const [told, setTold] = useState<Words | null>(null);
  const [read, setRead] = useState(true);
  useEffect(() => {
    if (sending) setTold((before) => pictureWords(before, sending));
  }, [sending]);
  useEffect(() => {
    setRead(told === null);
    if (told === null || told === "sound") return undefined;
    const timer = setTimeout(() => setRead(true), READ_IN);
    return () => clearTimeout(timer);
  }, [told]);
  // Who asked for a small picture knows why it is small.
  const shown = !read && camera.on && told !== null && (told === "sound" || receive === "full");
  return (
    <div aria-live="polite" className="pointer-events-none absolute inset-x-0 bottom-40 flex justify-center px-4">
      {shown && (
        <div data-testid="picture-words" data-words={told} className="pointer-events-auto grid max-w-md justify-items-center gap-2 rounded-card bg-surface/95 px-5 py-3 text-center shadow-(--shadow)">
          <p>{t(`picture.${told}`)}</p>
          {told === "sound" && <Button look="calm" data-testid="retry-picture" onClick={() => call.retryPicture()}>{t("picture.retry")}</Button>}
        </div>
      )}
    </div>
  );
}
