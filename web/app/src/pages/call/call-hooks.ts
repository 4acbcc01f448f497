import { meter, type LocalMedia } from "@consilium/call-engine";
import { useEffect, useState } from "react";
import { useStore } from "../../hooks/useStore";
import { pushToTalk } from "./push-to-talk";
import { keepScreenOn } from "./wake-lock";

/** True when nothing has moved for a while: controls may step back. */
export function useQuietPointer(pinned: boolean): boolean {
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const awake = () => {
      setQuiet(false);
      clearTimeout(timer);
      timer = setTimeout(() => setQuiet(true), 5_000);
    };
    const events = ["pointermove", "pointerdown", "keydown", "focusin"];
    for (const event of events) addEventListener(event, awake);
    awake();
    return () => {
      clearTimeout(timer);
      for (const event of events) removeEventListener(event, awake);
    };
  }, []);
  return quiet && !pinned;
}

export function usePushToTalk(media: LocalMedia): void {
  useEffect(() => pushToTalk(media), [media]);
}

/** True while somebody speaks into a muted microphone. Nothing of it leaves the page. */
export function useMutedSpeaking(media: LocalMedia): boolean {
  const { microphone } = useStore(media.store);
  const [speaking, setSpeaking] = useState(false);
  const { track, on } = microphone;
  useEffect(() => {
    setSpeaking(false);
    if (!track || on) return undefined;
    const listener = track.clone();
    listener.enabled = true;
    let loud = 0;
    const stop = meter(listener, (level) => {
      loud = level > 0.15 ? loud + 1 : Math.max(0, loud - 1);
      setSpeaking(loud > 8);
    });
    return () => {
      stop();
      listener.stop();
    };
  }, [track, on]);
  return speaking;
}

export function useWakeLock(): void {
  useEffect(() => keepScreenOn(), []);
}
