/**
 * Runs beside the pages, also when none is open: shows what the server pushes, and leads to a page when it is clicked. It
 * answers no requests and keeps nothing.
 */
import { notice, ownPath, read } from "./notice";
import { QUESTION } from "./question";

declare const self: ServiceWorkerGlobalScope;

/** Longer than a page that is busy with a call needs; shorter than anybody who is rung would notice. */
const ANSWERS_WITHIN = 1_000;

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("push", (event) => event.waitUntil(told(content(event.data))));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(lead(ownPath((event.notification.data as { path?: unknown } | null)?.path)));
});

const windows = () => self.clients.matchAll({ type: "window", includeUncontrolled: true });

function content(data: PushMessageData | null): unknown {
  try {
    return data?.json();
  } catch {
    return undefined;
  }
}

async function told(said: unknown): Promise<void> {
  const seen = (await Promise.all((await windows()).map(rings))).includes(true);
  const next = notice(read(said), seen);
  if (next.show) return self.registration.showNotification(next.title, next.options);
  for (const old of await self.registration.getNotifications({ tag: next.topic })) old.close();
}

/** Whether somebody looks at that page and it says itself that it rings: one that was signed out, or is offline, does not. */
function rings(page: WindowClient): Promise<boolean> {
  if (page.visibilityState !== "visible") return Promise.resolve(false);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data === true);
    };
    setTimeout(() => resolve(false), ANSWERS_WITHIN);
    page.postMessage(QUESTION, [port2]);
  });
}

/** It rings on every page, so the one that is open is not led elsewhere: somebody may be in a conversation there. */
async function lead(path: string): Promise<void> {
  const open = await windows();
  const page = open.find(({ visibilityState }) => visibilityState === "visible") ?? open[0];
  await (page ? page.focus() : self.clients.openWindow(path));
}
