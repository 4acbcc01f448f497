import { lazyPage } from "../lib/lazy-page";

/** Pages that come in a file of their own, when they are needed. */
export const CallPage = lazyPage(() => import("../pages/call/CallPage"), "call");
export const CheckoutPage = lazyPage(() => import("../pages/checkout/CheckoutPages"), "paying");
export const HistoryPage = lazyPage(() => import("../pages/appointments/HistoryPage").then((file) => ({ default: file.HistoryPage })), "history");
export const DeviceCheckPage = lazyPage(() => import("../pages/device-check/DeviceCheckPage"), "call");
export const AfterCallPage = lazyPage(() => import("../pages/after-call/AfterCallPage"), "call", "recordings", "care", "prescription", "agreed", "history");
export const BookPage = lazyPage(() => import("../pages/booking/BookPage"), "booking", "card");
export const AvailabilityPage = lazyPage(() => import("../pages/availability/AvailabilityPage"), "booking");
export const ClinicPage = lazyPage(() => import("../pages/clinic/ClinicPage"), "clinic", "call");
export const MessagesPage = lazyPage(() => import("../pages/messages/MessagesPage"), "messages");
export const AdminPage = lazyPage(() => import("../pages/admin/AdminPage"), "booking", "card", "found");
export const AccountPage = lazyPage(() => import("../pages/account/AccountPage"), "account", "signin", "passkeys", "audit", "data");
export const ConsentsPage = lazyPage(() => import("../pages/about/ConsentsPage"), "care");
/** What is shown to somebody who is not signed in. */
export const DOORS = {
  "/about-video": lazyPage(() => import("../pages/about/AboutVideoPage"), "about"),
  "/l": lazyPage(() => import("../pages/signin/LinkPage"), "signin"),
  "/password": lazyPage(() => import("../pages/signin/PasswordPage"), "signin"),
  "/sign-in-help": lazyPage(() => import("../pages/signin/HelpPage"), "signin"),
  "/second-factor": lazyPage(() => import("../pages/signin/SecondFactorPage"), "signin", "passkeys"),
  "/passkey": lazyPage(() => import("../pages/signin/PasskeyPage"), "passkeys"),
  "/mailbox": lazyPage(() => import("../pages/mailbox/MailboxPage"), "mailbox"),
  "/setup": lazyPage(() => import("../pages/signin/SetupPage"), "signin"),
};

const BY_ADDRESS = [
  [/^\/book/, BookPage], [/^\/availability/, AvailabilityPage],
  [/^\/call\//, CallPage], [/^\/device-check/, DeviceCheckPage], [/^\/history/, HistoryPage], [/^\/checkout\//, CheckoutPage], [/^\/(clinic|quality|recordings)/, ClinicPage], [/^\/appointments\/[^/]+\/after/, AfterCallPage], [/^\/account/, AccountPage], [/^\/messages/, MessagesPage],
  [/^\/consents/, ConsentsPage], [/^\/about-video$/, DOORS["/about-video"]],
  [/^\/l$/, DOORS["/l"]], [/^\/password$/, DOORS["/password"]], [/^\/passkey$/, DOORS["/passkey"]], [/^\/sign-in-help$/, DOORS["/sign-in-help"]], [/^\/mailbox$/, DOORS["/mailbox"]], [/^\/setup$/, DOORS["/setup"]],
] as const;

/** Has the page of an address at hand before the first drawing. */
export async function loadPage(address: string): Promise<void> {
  await BY_ADDRESS.find(([pattern]) => pattern.test(address))?.[1].load();
}
