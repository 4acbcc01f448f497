import { useEffect, useState, type RefObject } from "react";

/** Full screen for an element, where the browser has it. */
export function useFullScreen(root: RefObject<HTMLElement | null>): { possible: boolean; on: boolean; toggle: () => void } {
  const [on, setOn] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const changed = () => setOn(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", changed);
    return () => document.removeEventListener("fullscreenchange", changed);
  }, []);
  const toggle = () => {
    if (on) void document.exitFullscreen().catch(() => undefined);
    else void root.current?.requestFullscreen().catch(() => undefined);
  };
  return { possible: document.fullscreenEnabled === true, on, toggle };
}
