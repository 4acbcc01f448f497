import type { ChatMessage, EndReason, IceServers, Phase, Role } from "@consilium/call-engine";

export interface User { id: string; name: string; role: Role; email: string; zone: string; locale: string }
export interface Person { id: string; name: string; role: Role; about: string; zone: string }
export interface AppInfo { name: string; demo: boolean; serverTime: string }
export interface DemoAccount { id: string; name: string; role: Role; about: string }
export interface ConsultationSummary {
  id: string; phase: Phase; present: string[]; firstLiveAt: string | null; endedAt: string | null;
  endReason: EndReason | null; durationSeconds: number;
}
export interface Appointment {
  id: string; patient: Person; doctor: Person; start: string; end: string; reason: string;
  status: "BOOKED" | "COMPLETED" | "CANCELLED" | "NO_SHOW";
  payment: { status: "UNPAID" | "PAID" | "REFUND_DUE" | "REFUNDED"; amountMinor: number; currency: string };
  consultation: ConsultationSummary | null;
  entry: { allowed: boolean; code: string | null; message: string | null; opensAt: string; closesAt: string };
}
export interface LogEntry { at: string; kind: string; who: string | null; detail: string }
export interface ConsultationDetail { summary: ConsultationSummary; appointmentId: string; log: LogEntry[] }
export interface EntryAnswer {
  consultation: string; ticket: string; ticketExpiresAt: string; provider: string; iceServers: IceServers;
  seatTaken: boolean; closesAt: string;
}
export type RatingIssue = "AUDIO" | "VIDEO" | "CONNECTION" | "OTHER";
export interface Rating { stars: number; issues: RatingIssue[]; text: string }
export type { ChatMessage };
