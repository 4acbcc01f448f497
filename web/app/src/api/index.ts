import type { IceServers } from "@consilium/call-engine";
import { request } from "./http";
import type {
  AppInfo, Appointment, ChatMessage, ConsultationDetail, ConsultationSummary, DemoAccount, EntryAnswer, Rating, User,
} from "./types";

export { Refusal } from "./http";
export * from "./types";

/** Everything the app asks of the server. */
export const api = {
  app: () => request<AppInfo>("GET", "/app"),
  me: () => request<{ user: User }>("GET", "/auth/me").then((data) => data.user),
  signIn: (email: string, password: string) => request<{ user: User }>("POST", "/auth/login", { email, password }),
  demoAccounts: () => request<DemoAccount[]>("GET", "/auth/demo-accounts"),
  demoSignIn: (id: string) => request<object>("POST", "/auth/demo-login", { id }),
  signOut: () => request<object>("POST", "/auth/logout"),
  setPreferences: (wanted: { zone?: string; locale?: string }) => request<{ user: User }>("PATCH", "/auth/me", wanted),
  lobbyTicket: () => request<{ ticket: string }>("POST", "/signalling/tickets").then((data) => data.ticket),
  appointments: (scope: "upcoming" | "past") => request<Appointment[]>("GET", `/appointments?scope=${scope}`),
  appointment: (id: string) => request<Appointment>("GET", `/appointments/${id}`),
  cancel: (id: string) => request<Appointment>("POST", `/appointments/${id}/cancel`),
  markPaid: (id: string, reason: string) => request<Appointment>("POST", `/appointments/${id}/payment/mark-paid`, { reason }),
  demoCheckout: (id: string) => request<object>("POST", `/appointments/${id}/payment/demo-checkout`),
  enter: (id: string) => request<EntryAnswer>("POST", `/consultations/${id}/entry`),
  consultation: (id: string) => request<ConsultationDetail>("GET", `/consultations/${id}`),
  extend: (id: string, minutes: number) => request<ConsultationSummary>("POST", `/consultations/${id}/extend`, { minutes }),
  end: (videoCallId: string) => request<object>("PATCH", `/video-call/${videoCallId}/end`),
  chat: (id: string) => request<ChatMessage[]>("GET", `/consultations/${id}/chat`),
  rating: (id: string) => request<Rating>("GET", `/consultations/${id}/rating`),
  rate: (id: string, rating: Rating) => request<Rating>("PUT", `/consultations/${id}/rating`, rating),
  iceServers: () => request<IceServers>("GET", "/ice-servers"),
  attach: (id: string, file: File) => {
    const form = new FormData();
    form.append("file", file);
    return request<NonNullable<ChatMessage["attachment"]>>("POST", `/consultations/${id}/attachments`, form);
  },
};

export function socketUrl(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws/v1`;
}
