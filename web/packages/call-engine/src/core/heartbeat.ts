import type { Scope } from "./scope";

/**
 * Ticks also while the page is in the background, where browsers let a page's own timers run once a minute only: a doctor
 * who reads something else must stay reachable.
 */
export function heartbeat(scope: Scope, milliseconds: number, beat: () => void): void {
  if (scope.closed) return;
  if (typeof Worker === "undefined") {
    scope.every(milliseconds, beat);
    return;
  }
  const worker = new Worker(new URL("./heartbeat.worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = () => { if (!scope.closed) beat(); };
  worker.onerror = () => scope.every(milliseconds, beat);
  worker.postMessage(milliseconds);
  scope.onClose(() => worker.terminate());
}
