import { queryOptions } from "@tanstack/react-query";
import { api } from ".";

/** One appointment, for the page of its call and for whoever prepares that page. */
export const appointmentQuery = (id: string) => queryOptions({ queryKey: ["appointment", id], queryFn: () => api.appointment(id) });
