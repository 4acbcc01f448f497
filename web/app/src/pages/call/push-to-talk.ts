import type { LocalMedia } from "@consilium/call-engine";

/**
 * While the space bar is held, a muted microphone is open; it closes when the bar is let go, and also when the page can no
 * longer see that: another window is in front, or the page goes away. A button that was pressed with the mouse does not
 * take the bar for itself, one that was reached by keyboard does. @returns stops it
 */
export function pushToTalk(media: LocalMedia, page: Window = window): () => void {
  let talking = false;
  let byPointer = false;
  const begin = (event: KeyboardEvent) => {
    if (event.code === "Tab") byPointer = false;
    if (event.code !== "Space" || event.repeat || takesTheBar(event.target, byPointer)) return;
    if (media.store.getSnapshot().microphone.on) return;
    event.preventDefault();
    talking = true;
    void media.setMicrophone(true);
  };
  const end = () => {
    if (!talking) return;
    talking = false;
    void media.setMicrophone(false);
  };
  const release = (event: KeyboardEvent) => {
    if (event.code !== "Space" || !talking) return;
    event.preventDefault();
    end();
  };
  const touched = () => { byPointer = true; };
  page.addEventListener("pointerdown", touched, true);
  page.addEventListener("keydown", begin);
  page.addEventListener("keyup", release);
  page.addEventListener("blur", end);
  return () => {
    end();
    page.removeEventListener("pointerdown", touched, true);
    page.removeEventListener("keydown", begin);
    page.removeEventListener("keyup", release);
    page.removeEventListener("blur", end);
  };
}

function takesTheBar(target: EventTarget | null, byPointer: boolean): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest("input, textarea, select, dialog, [contenteditable]")) return true;
  return !byPointer && target.closest("button, a, summary") !== null;
}
