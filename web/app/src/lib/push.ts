import { api } from "../api";
import { clearPushOwner, pushOwner, setPushOwner } from "./push-owner";

const WORKER = "/push-worker.js";

export type PushState = "on" | "off" | "blocked" | "unsupported";

/** Whether this browser rings that person when no page is open. Asks the person for nothing. */
export async function pushState(person: string): Promise<PushState> {
  if (!isSupported()) return "unsupported";
  if (Notification.permission === "denied") return "blocked";
  return pushOwner() === person && (await subscription()) ? "on" : "off";
}

/** Asks for permission, so only ever after a click. Throws where the browser's push service or ours refuses. */
export async function switchOn(person: string, language: string): Promise<PushState> {
  // Before anything else is waited for: browsers ask only while they remember the click.
  const permission = await Notification.requestPermission();
  if (permission !== "granted") return permission === "denied" ? "blocked" : "off";
  const { publicKey } = await api.push();
  const made = await subscribed(publicKey);
  try {
    await tell(made, language);
  } catch (refusal) {
    await made.unsubscribe().catch(() => false);
    throw refusal;
  }
  setPushOwner(person);
  return "on";
}

export async function switchOff(): Promise<PushState> {
  await api.unsubscribe();
  await leave();
  return "off";
}

/** Nobody is rung in this browser any more. */
export async function leave(): Promise<void> {
  clearPushOwner();
  await (await subscription())?.unsubscribe();
}

/**
 * With each visit: says to the server that this browser still listens, and subscribes anew where the browser or a new key
 * of the server ended it. A browser that rang somebody else stops doing so.
 */
export async function keepUp(person: string, language: string): Promise<void> {
  const owner = pushOwner();
  if (!owner || !isSupported()) return;
  if (owner !== person) return leave();
  if (Notification.permission !== "granted") return;
  const { publicKey } = await api.push();
  await tell(await subscribed(publicKey), language);
}

function isSupported(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

async function subscription(): Promise<PushSubscription | null> {
  const registration = isSupported() ? await navigator.serviceWorker.getRegistration("/") : undefined;
  return (await registration?.pushManager.getSubscription()) ?? null;
}

async function subscribed(key: string): Promise<PushSubscription> {
  await navigator.serviceWorker.register(WORKER, { scope: "/", updateViaCache: "none" });
  const { pushManager } = await navigator.serviceWorker.ready;
  const old = await pushManager.getSubscription();
  if (old && base64(old.options.applicationServerKey) === key) return old;
  await old?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

async function tell(made: PushSubscription, language: string): Promise<void> {
  await api.subscribe({
    endpoint: made.endpoint, p256dh: base64(made.getKey("p256dh")), auth: base64(made.getKey("auth")), language: language.slice(0, 2),
  });
}

function base64(bytes: ArrayBuffer | null): string {
  const letters = String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
