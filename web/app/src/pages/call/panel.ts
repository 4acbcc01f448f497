/** The one thing that stands in the side sheet, if any. */
export type Panel = "chat" | "people" | "devices" | "connection" | "privacy" | "prescription" | "emergency" | null;
