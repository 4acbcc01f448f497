import { lazyPage } from "../lib/lazy-page";

/** Pages that come in a file of their own, when they are needed. */
export const CallPage = lazyPage(() => import("../pages/call/CallPage"));
export const CheckoutPage = lazyPage(() => import("../pages/appointments/CheckoutPage").then((file) => ({ default: file.CheckoutPage })));
export const HistoryPage = lazyPage(() => import("../pages/appointments/HistoryPage").then((file) => ({ default: file.HistoryPage })), "history");
export const DeviceCheckPage = lazyPage(() => import("../pages/device-check/DeviceCheckPage"));
export const AfterCallPage = lazyPage(() => import("../pages/after-call/AfterCallPage"), "recordings", "prescription", "agreed", "history");
export const ClinicPage = lazyPage(() => import("../pages/clinic/ClinicPage"), "clinic");
export const AdminPage = lazyPage(() => import("../pages/admin/AdminPage"));

const BY_ADDRESS = [
  [/^\/call\//, CallPage], [/^\/device-check/, DeviceCheckPage], [/^\/history/, HistoryPage], [/^\/checkout\//, CheckoutPage], [/^\/(clinic|quality|recordings)/, ClinicPage], [/^\/appointments\/[^/]+\/after/, AfterCallPage],
] as const;

/** Has the page of an address at hand before the first drawing. */
export async function loadPage(address: string): Promise<void> {
  await BY_ADDRESS.find(([pattern]) => pattern.test(address))?.[1].load();
}
