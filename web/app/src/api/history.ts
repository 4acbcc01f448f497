import { client, open } from "./http";
import type { components } from "./schema";

export type Past = components["schemas"]["PastJson"];
export type GivenRating = components["schemas"]["GivenRating"];

/** Past consultations, twenty a page. */
export const history = (query: { q: string; from?: string; to?: string; page: number }) => open(client.GET("/api/v1/history", { params: { query } }));

/** What both said about a call; for its doctor and administrators. */
export const ratings = (appointmentId: string) => open(client.GET("/api/v1/consultations/{appointmentId}/rating/all", { params: { path: { appointmentId } } }));
