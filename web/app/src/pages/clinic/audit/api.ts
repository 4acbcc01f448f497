import { client, open } from "../../../api/http";
import type { components } from "../../../api/schema";

export type AuditLine = components["schemas"]["AuditLine"];
export type AuditPerson = components["schemas"]["AuditPerson"];
export type ChainReport = components["schemas"]["ChainReport"];

/** What stands in the address of the page; days are the reader's. */
export interface Wanted { actor?: string; patient?: string; action?: string; subject?: string; from?: string; to?: string }

export const ACTIONS = ["VIEWED", "DOWNLOADED", "EXPORTED", "CREATED", "CHANGED", "CONFIRMED", "SIGNED", "SENT", "CANCELLED", "ENDED", "DELETED", "REQUESTED", "REFUSED", "CHECKED", "RESTORED", "SIGNED_IN", "SIGN_IN_FAILED", "SIGNED_OUT"] as const;
export const SUBJECTS = ["ACCOUNT", "ADDRESS", "APPOINTMENT", "APPOINTMENTS", "AUDIT", "AVAILABILITY", "BACKUP", "CALL", "CHAT", "CONFIGURATION", "CONSENT", "DEVICE_CHECK", "DOCUMENT", "FILE", "IDENTITY", "INTAKE", "KEYS", "LINK", "MESSAGE", "PATIENT_DATA", "PAYMENT", "PRESCRIPTION", "QUALITY_REPORT", "RATING", "RECEIPT", "RECORDING", "RETENTION", "ROLE", "SUMMARY", "WEBHOOK"] as const;

/** Midnight of the reader's day, and of the day after the last one. */
export function query({ from, to, ...rest }: Wanted): Record<string, string> {
  const day = (date: string, plus: number) => {
    const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
    return new Date(year, month - 1, dayOfMonth + plus).toISOString();
  };
  return { ...rest, ...(from ? { from: day(from, 0) } : {}), ...(to ? { to: day(to, 1) } : {}) };
}

export const auditApi = {
  list: (wanted: Wanted, before?: number) =>
    open(client.GET("/api/v1/admin/audit", { params: { query: { ...query(wanted), ...(before ? { before } : {}) } as never } })),
  verify: () => open(client.POST("/api/v1/admin/audit/verify")),
};
