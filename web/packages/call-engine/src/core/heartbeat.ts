import type { Scope } from "./scope";

/**
 * Ticks also while the page is in the background, where browsers let a page's own timers run once a minute only: a doctor
 * who reads something else must stay reachable.
 */
export function heartbeat(scope: Scope, milliseconds: number, beat: () => void): void {
  if (scope.closed) return;
  const worker = begin();
  if (!worker) {
    scope.every(milliseconds, beat);
    return;
  }
  worker.onmessage = () => { if (!scope.closed) beat(); };
  worker.onerror = () => scope.every(milliseconds, beat);
  worker.postMessage(milliseconds);
  scope.onClose(() => worker.terminate());
}

/** Null where there are no workers, or none are allowed. */
function begin(): Worker | null {
  try {
    return new Worker(new URL("./heartbeat.worker.ts", import.meta.url), { type: "module" });
  } catch {
    return null;
  }
}
