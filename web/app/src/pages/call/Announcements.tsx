import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "../../hooks/useStore";
import { tick } from "../../lib/ring-tone";
import { changes } from "./announce";
import type { OpenCall } from "./warm-call";

/** Says to screen readers what others do: come, go, mute, switch the camera, share. Coming and going can be heard as well. */
export function Announcements({ open }: { open: OpenCall }) {
  const { t } = useTranslation();
  const { participants, me } = useStore(open.call.store);
  const known = useRef(participants);
  const [words, setWords] = useState("");
  useEffect(() => {
    const news = changes(known.current, participants, me);
    known.current = participants;
    if (news.length === 0) return;
    setWords(news.map(({ what, name }) => t(`call.news.${what}`, { name })).join(" "));
    if (news.some(({ what }) => what === "came")) tick(true);
    if (news.some(({ what }) => what === "went")) tick(false);
  }, [participants, me, t]);
  return <p className="sr-only" aria-live="polite" data-testid="announcement">{words}</p>;
}
