import { client, open } from "./http";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type Summary = Schemas["SummaryJson"];
export type FollowUp = Schemas["FollowUpJson"];

const of = (appointmentId: string) => ({ params: { path: { appointmentId } } });

/** What was agreed, and when to meet again. */
export const summaries = {
  of: (id: string) => open(client.GET("/api/v1/consultations/{appointmentId}/summary", of(id))),
  save: (id: string, revision: number, agreed: string, nextStep: string) =>
    open(client.PUT("/api/v1/consultations/{appointmentId}/summary", { ...of(id), body: { revision, agreed, nextStep } })),
  release: (id: string, revision: number) => open(client.POST("/api/v1/consultations/{appointmentId}/summary/release", { ...of(id), body: { revision } })),
  propose: (id: string, wish: { day: string; at: string | null; note: string }) =>
    open(client.PUT("/api/v1/consultations/{appointmentId}/follow-up", { ...of(id), body: wish })),
  takeBack: (id: string) => open(client.DELETE("/api/v1/consultations/{appointmentId}/follow-up", of(id))),
};
