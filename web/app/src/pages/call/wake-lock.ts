/**
 * Keeps the screen on until it is told to stop (Screen Wake Lock, W3C). Browsers take the lock back when the page goes out of
 * sight, and give one only to a page in sight: it is asked for again whenever the page comes back.
 */
export function keepScreenOn(): () => void {
  const held = new Set<WakeLockSentinel>();
  let over = false;
  const take = () => {
    if (document.hidden || !("wakeLock" in navigator)) return;
    void navigator.wakeLock.request("screen").then((lock) => {
      held.add(lock);
      if (over) release();
    }, () => undefined);
  };
  const release = () => {
    for (const lock of held) void lock.release();
    held.clear();
  };
  take();
  document.addEventListener("visibilitychange", take);
  return () => {
    over = true;
    document.removeEventListener("visibilitychange", take);
    release();
  };
}
