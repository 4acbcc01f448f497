import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api";

/** How the payment of an appointment stands. */
export const paymentQuery = (id: string) => queryOptions({ queryKey: ["payment", id], queryFn: () => api.payment(id) });
