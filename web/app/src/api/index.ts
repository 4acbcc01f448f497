import { client, open } from "./http";
import type { AccountDetails, BrowserSubscription, CarriedMessage, ChatMessage, CheckReport, MessagePreferences, NewConsentAnswer, Rating, Setup, User, Visit } from "./types";
import type { BookingWish, NewException, NewHours } from "./types";

export { Refusal } from "./http";
export * from "./types";

const of = (appointmentId: string) => ({ params: { path: { appointmentId } } });

/** Everything the app asks of the server. */
export const api = {
  app: () => open(client.GET("/api/v1/app")),
  me: () => open(client.GET("/api/v1/auth/me")).then((data) => data.user),
  signIn: (email: string, password: string) => open(client.POST("/api/v1/auth/login", { body: { email, password } })),
  openLink: (token: string) => open(client.POST("/api/v1/auth/links/open", { body: { token } })),
  comeInByLink: (token: string, dateOfBirth: string) => open(client.POST("/api/v1/auth/links/come-in", { body: { token, dateOfBirth } })),
  askForLink: (by: { token?: string; email?: string }) => open(client.POST("/api/v1/auth/links/again", { body: by })),
  forgotPassword: (email: string) => open(client.POST("/api/v1/auth/password/forgot", { body: { email } })),
  setPassword: (token: string, password: string) => open(client.POST("/api/v1/auth/password/set", { body: { token, password } })),
  changePassword: (current: string, password: string) => open(client.POST("/api/v1/auth/password/change", { body: { current, password } })),
  setUp: (body: Setup) => open(client.POST("/api/v1/auth/setup", { body })),
  answerSecondFactor: (code: string) => open(client.POST("/api/v1/auth/second-factor", { body: { code } })),
  secondFactor: () => open(client.GET("/api/v1/auth/second-factor")),
  enrolSecondFactor: (password: string | null) => open(client.POST("/api/v1/auth/second-factor/enrolment", { body: { password } })),
  confirmSecondFactor: (code: string) => open(client.POST("/api/v1/auth/second-factor/enrolment/confirm", { body: { code } })),
  removeSecondFactor: (password: string, code: string) => open(client.POST("/api/v1/auth/second-factor/remove", { body: { password, code } })),
  resetSecondFactor: (userId: string) => open(client.POST("/api/v1/admin/users/{userId}/second-factor/reset", { params: { path: { userId } } })),
  sessions: () => open(client.GET("/api/v1/auth/sessions")),
  endSession: (sessionId: string) => open(client.DELETE("/api/v1/auth/sessions/{sessionId}", { params: { path: { sessionId } } })),
  signOutEverywhere: () => open(client.DELETE("/api/v1/auth/sessions")),
  accounts: (query: { search: string; role?: User["role"]; page: number }) => open(client.GET("/api/v1/admin/users", { params: { query } })),
  createAccount: (body: AccountDetails) => open(client.POST("/api/v1/admin/users", { body })),
  changeAccount: (userId: string, body: AccountDetails) => open(client.PUT("/api/v1/admin/users/{userId}", { params: { path: { userId } }, body })),
  inviteAccount: (userId: string) => open(client.POST("/api/v1/admin/users/{userId}/invite", { params: { path: { userId } } })),
  demoAccounts: () => open(client.GET("/api/v1/auth/demo-accounts")),
  demoSignIn: (id: string) => open(client.POST("/api/v1/auth/demo-login", { body: { id } })),
  signOut: () => open(client.POST("/api/v1/auth/logout")),
  setPreferences: (wanted: { zone?: string; locale?: string; phone?: string }) => open(client.PATCH("/api/v1/auth/me", { body: wanted })),
  lobbyTicket: (signal: AbortSignal | null = null) =>
    open(client.POST("/api/v1/signalling/tickets", { signal })).then((data) => data.ticket),
  appointments: (scope: "upcoming" | "past") => open(client.GET("/api/v1/appointments", { params: { query: { scope } } })),
  appointment: (id: string) => open(client.GET("/api/v1/appointments/{appointmentId}", of(id))),
  cancel: (id: string, reason = "") => open(client.POST("/api/v1/appointments/{appointmentId}/cancel", { ...of(id), body: { reason } })),
  book: (wish: BookingWish) => open(client.POST("/api/v1/appointments", { body: wish })),
  move: (id: string, start: string, reason = "") => open(client.POST("/api/v1/appointments/{appointmentId}/reschedule", { ...of(id), body: { start, reason } })),
  needs: () => open(client.GET("/api/v1/booking/needs")),
  patients: (query: { q: string; page: number }) => open(client.GET("/api/v1/booking/patients", { params: { query } })),
  doctors: () => open(client.GET("/api/v1/doctors")),
  slots: (doctorId: string, from: string, to: string) =>
    open(client.GET("/api/v1/doctors/{doctorId}/slots", { params: { path: { doctorId }, query: { from, to } } })),
  availability: (doctorId: string) => open(client.GET("/api/v1/doctors/{doctorId}/availability", { params: { path: { doctorId } } })),
  publishAvailability: (doctorId: string, hours: NewHours) =>
    open(client.PUT("/api/v1/doctors/{doctorId}/availability", { params: { path: { doctorId } }, body: hours })),
  addException: (doctorId: string, exception: NewException) =>
    open(client.POST("/api/v1/doctors/{doctorId}/exceptions", { params: { path: { doctorId } }, body: exception })),
  removeException: (doctorId: string, exceptionId: string) =>
    open(client.DELETE("/api/v1/doctors/{doctorId}/exceptions/{exceptionId}", { params: { path: { doctorId, exceptionId } } })),
  endForAll: (id: string) => open(client.POST("/api/v1/consultations/{appointmentId}/end", of(id))),
  markPaid: (id: string, reason: string) =>
    open(client.POST("/api/v1/appointments/{appointmentId}/payment/mark-paid", { ...of(id), body: { reason } })),
  saveDeviceCheck: (id: string, report: CheckReport) =>
    open(client.PUT("/api/v1/appointments/{appointmentId}/device-check", { ...of(id), body: report })),
  payment: (id: string) => open(client.GET("/api/v1/appointments/{appointmentId}/payment", of(id))),
  openCheckout: (id: string) => open(client.POST("/api/v1/appointments/{appointmentId}/payment/checkout", of(id))),
  payments: (query: { show: import("./types").PaymentShow; from?: string; to?: string }) => open(client.GET("/api/v1/admin/payments", { params: { query } })),
  paymentHistory: (id: string) => open(client.GET("/api/v1/admin/payments/{appointmentId}", of(id))),
  markRefunded: (id: string, reason: string) =>
    open(client.POST("/api/v1/appointments/{appointmentId}/payment/mark-refunded", { ...of(id), body: { reason } })),
  demoCheckout: (id: string) => open(client.POST("/api/v1/appointments/{appointmentId}/payment/demo-checkout", of(id))),
  beforeCare: (id: string, language: string) =>
    open(client.GET("/api/v1/appointments/{appointmentId}/before-care", { params: { path: { appointmentId: id }, query: { language } } })),
  stateVisit: (id: string, said: { visit: Visit; cannotSay: boolean }) =>
    open(client.PUT("/api/v1/appointments/{appointmentId}/visit", { ...of(id), body: said })),
  careRecord: (id: string) => open(client.GET("/api/v1/appointments/{appointmentId}/care-record", of(id))),
  emergency: (id: string) => open(client.GET("/api/v1/appointments/{appointmentId}/emergency", of(id))),
  confirmIdentity: (id: string, confirmed: boolean) =>
    open(client.PUT("/api/v1/appointments/{appointmentId}/identity", { ...of(id), body: { confirmed } })),
  consents: () => open(client.GET("/api/v1/care/consents")),
  answerConsent: (answer: NewConsentAnswer) => open(client.POST("/api/v1/care/consents", { body: answer })),
  helpNumbers: () => open(client.GET("/api/v1/care/help-numbers")),
  enter: (id: string, signal: AbortSignal | null = null) =>
    open(client.POST("/api/v1/consultations/{appointmentId}/entry", { ...of(id), signal })),
  consultation: (id: string) => open(client.GET("/api/v1/consultations/{appointmentId}", of(id))),
  extend: (id: string, minutes: number) =>
    open(client.POST("/api/v1/consultations/{appointmentId}/extend", { ...of(id), body: { minutes } })),
  end: (videoCallId: string) => open(client.PATCH("/api/v1/video-call/{videoCallId}/end", { params: { path: { videoCallId } } })),
  chat: (id: string) => open(client.GET("/api/v1/consultations/{appointmentId}/chat", of(id))).then((all) => all as ChatMessage[]),
  rating: (id: string) => open(client.GET("/api/v1/consultations/{appointmentId}/rating", of(id))),
  rate: (id: string, rating: Rating) =>
    open(client.PUT("/api/v1/consultations/{appointmentId}/rating", { ...of(id), body: rating })),
  qualityReport: (id: string) => open(client.GET("/api/v1/consultations/{appointmentId}/quality", of(id))),
  qualitySummary: (id: string) => open(client.GET("/api/v1/consultations/{appointmentId}/quality/summary", of(id))),
  qualityDashboard: (query: { from?: string; to?: string; doctor?: string }) => open(client.GET("/api/v1/admin/quality", { params: { query } })),
  recordings: (videoCallId: string) => open(client.GET("/api/v1/video-call/{videoCallId}/recordings", { params: { path: { videoCallId } } })),
  allowDownload: (recordingId: string, patientMayDownload: boolean) =>
    open(client.PATCH("/api/v1/recordings/{recordingId}", { params: { path: { recordingId } }, body: { patientMayDownload } })),
  withdrawFromRecording: (recordingId: string) => open(client.POST("/api/v1/recordings/{recordingId}/withdrawal", { params: { path: { recordingId } } })),
  storedRecordings: (before?: string) => open(client.GET("/api/v1/admin/recordings", { params: { query: before ? { before } : {} } })),
  startRecordingCheck: (recordingId: string) => open(client.POST("/api/v1/admin/recordings/{recordingId}/check", { params: { path: { recordingId } } })),
  recordingCheck: (recordingId: string) => open(client.GET("/api/v1/admin/recordings/{recordingId}/check", { params: { path: { recordingId } } })),
  messages: (before?: string) => open(client.GET("/api/v1/messages", { params: { query: before ? { before } : {} } })),
  unread: () => open(client.GET("/api/v1/messages/unread")).then((data) => data.unread),
  readMessages: (upTo: string) => open(client.POST("/api/v1/messages/read", { body: { upTo } })),
  messagePreferences: () => open(client.GET("/api/v1/messages/preferences")),
  setMessagePreferences: (want: MessagePreferences) => open(client.PUT("/api/v1/messages/preferences", { body: want })),
  carriedMessages: (query: { state?: CarriedMessage["state"]; kind?: CarriedMessage["kind"]; before?: string }) => open(client.GET("/api/v1/admin/messages", { params: { query } })),
  sendAgain: (messageId: string) => open(client.POST("/api/v1/admin/messages/{messageId}/again", { params: { path: { messageId } } })),
  mailbox: () => open(client.GET("/api/v1/demo/mailbox")),
  mail: (mailId: string) => open(client.GET("/api/v1/demo/mailbox/{mailId}", { params: { path: { mailId } } })),
  push: () => open(client.GET("/api/v1/push")),
  subscribe: (browser: BrowserSubscription) => open(client.PUT("/api/v1/push/subscription", { body: browser })),
  unsubscribe: () => open(client.DELETE("/api/v1/push/subscription")),
  iceServers: () => open(client.GET("/api/v1/ice-servers")),
  attach: (id: string, file: File) => {
    const form = new FormData();
    form.append("file", file);
    return open(
      client.POST("/api/v1/consultations/{appointmentId}/attachments", {
        ...of(id),
        body: { file: file.name },
        bodySerializer: () => form,
      }),
    );
  },
};

export function socketUrl(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws/v1`;
}
