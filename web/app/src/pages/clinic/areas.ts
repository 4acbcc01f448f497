import { BadgeCheck, CalendarSearch, ChartColumn, CircleDot, FolderDown, Mail, PhoneCall, ScrollText, Stethoscope, Users, Wallet, Webhook, type LucideIcon } from "lucide-react";
import { lazyPage } from "../../lib/lazy-page";

/**
 * A part of the clinic's administration. Its page comes in a file of its own.
 *
 * path: what follows /clinic/ · word: its name, a key of section clinic of the language files · testId: of the link to it
 */
export interface Area { path: string; word: string; icon: LucideIcon; page: ReturnType<typeof lazyPage>; testId?: string }

/** One line each, in the order in which they are listed. */
export const AREAS: Area[] = [
  { path: "live", word: "clinic.area.live", icon: PhoneCall, page: lazyPage(() => import("./live/LivePage"), "live"), testId: "nav-live" },
  { path: "appointments", word: "clinic.area.appointments", icon: CalendarSearch, page: lazyPage(() => import("./appointments/AppointmentsPage"), "history", "booking", "card", "found"), testId: "nav-appointments" },
  { path: "users", word: "clinic.area.users", icon: Users, page: lazyPage(() => import("./users/UsersPage"), "users", "account", "rights"), testId: "nav-users" },
  { path: "licences", word: "clinic.area.licences", icon: BadgeCheck, page: lazyPage(() => import("./licences/LicencesPage"), "licences"), testId: "nav-licences" },
  { path: "quality", word: "clinic.area.quality", icon: ChartColumn, page: lazyPage(() => import("../quality/QualityPage"), "dashboard"), testId: "nav-quality" },
  { path: "payments", word: "clinic.area.payments", icon: Wallet, page: lazyPage(() => import("./payments/PaymentsPage"), "payments"), testId: "nav-payments" },
  { path: "recordings", word: "clinic.area.recordings", icon: CircleDot, page: lazyPage(() => import("../admin/RecordingsPage"), "stored"), testId: "nav-recordings" },
  { path: "messages", word: "clinic.area.messages", icon: Mail, page: lazyPage(() => import("./messages/OutboxPage"), "outbox"), testId: "nav-messages" },
  { path: "webhooks", word: "clinic.area.webhooks", icon: Webhook, page: lazyPage(() => import("./webhooks/WebhooksPage"), "webhooks"), testId: "nav-webhooks" },
  { path: "audit", word: "clinic.area.audit", icon: ScrollText, page: lazyPage(() => import("./audit/AuditPage"), "audit"), testId: "nav-audit" },
  { path: "data", word: "clinic.area.data", icon: FolderDown, page: lazyPage(() => import("./data/DataRequestsPage"), "data", "retention", "rights"), testId: "nav-data" },
  { path: "check", word: "clinic.area.check", icon: Stethoscope, page: lazyPage(() => import("./check/CheckPage"), "installation"), testId: "nav-check" },
];
