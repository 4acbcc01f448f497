import { client, open } from "./http";
import type { components } from "./schema";

type Schemas = components["schemas"];
export type PrescriptionSheet = Schemas["SheetJson"];
export type Prescription = Schemas["PrescriptionItemJson"];
export type SignedVersion = Schemas["VersionJson"];
export type Draft = Schemas["DraftJson"];
export type Item = Schemas["ItemJson"];
export type Allergies = Schemas["AllergiesJson"];
export type Verified = Schemas["Verified"];

const of = (appointmentId: string) => ({ params: { path: { appointmentId } } });
const one = (prescriptionId: string) => ({ params: { path: { prescriptionId } } });

/** Prescribing, for the pages that do it. */
export const prescriptions = {
  of: (appointmentId: string) => open(client.GET("/api/v1/consultations/{appointmentId}/prescriptions", of(appointmentId))),
  start: (appointmentId: string) => open(client.POST("/api/v1/consultations/{appointmentId}/prescriptions", of(appointmentId))),
  save: (draft: Pick<Draft, "id" | "revision" | "items" | "notes">) =>
    open(client.PUT("/api/v1/prescriptions/{prescriptionId}/draft", { ...one(draft.id), body: { revision: draft.revision, items: draft.items, notes: draft.notes } })),
  discard: (id: string) => open(client.DELETE("/api/v1/prescriptions/{prescriptionId}/draft", one(id))),
  sign: (id: string, revision: number) => open(client.POST("/api/v1/prescriptions/{prescriptionId}/sign", { ...one(id), body: { revision } })),
  correct: (id: string) => open(client.POST("/api/v1/prescriptions/{prescriptionId}/correct", one(id))),
  withdraw: (id: string, reason: string) => open(client.POST("/api/v1/prescriptions/{prescriptionId}/withdraw", { ...one(id), body: { reason } })),
  pdf: (id: string, version: number) => `/api/v1/prescriptions/${id}/versions/${version}/pdf`,
  licence: () => open(client.GET("/api/v1/prescriber")).then((data) => data.licence),
  saveLicence: (licence: string) => open(client.PUT("/api/v1/prescriber", { body: { licence } })),
  medications: (q: string) => open(client.GET("/api/v1/medications", { params: { query: { q } } })),
  allergies: (appointmentId: string) => open(client.GET("/api/v1/consultations/{appointmentId}/allergies", of(appointmentId))),
  noteAllergies: (appointmentId: string, names: string[]) =>
    open(client.PUT("/api/v1/consultations/{appointmentId}/allergies", { ...of(appointmentId), body: { names } })),
  verify: (code: string) => open(client.POST("/api/v1/verify", { body: { code } })),
};
