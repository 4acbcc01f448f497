import { client, open } from "../../../api/http";
import type { components } from "../../../api/schema";

export type Webhook = components["schemas"]["WebhookJson"];
export type WebhookBody = components["schemas"]["WebhookBody"];
export type Delivery = components["schemas"]["DeliveryJson"];

const of = (webhookId: string) => ({ params: { path: { webhookId } } });

export const webhooksApi = {
  list: () => open(client.GET("/api/v1/admin/webhooks")),
  add: (body: WebhookBody) => open(client.POST("/api/v1/admin/webhooks", { body })),
  change: (id: string, body: WebhookBody) => open(client.PUT("/api/v1/admin/webhooks/{webhookId}", { ...of(id), body })),
  turn: (id: string, on: boolean) => open(client.PUT("/api/v1/admin/webhooks/{webhookId}/state", { ...of(id), body: { on } })),
  remove: (id: string) => open(client.DELETE("/api/v1/admin/webhooks/{webhookId}", of(id))),
  newSecret: (id: string) => open(client.POST("/api/v1/admin/webhooks/{webhookId}/secret", of(id))),
  test: (id: string) => open(client.POST("/api/v1/admin/webhooks/{webhookId}/test", of(id))),
  deliveries: (webhookId: string, before?: string) =>
    open(client.GET("/api/v1/admin/webhooks/{webhookId}/deliveries", { params: { path: { webhookId }, query: before ? { before } : {} } })),
  resend: (webhookId: string, deliveryId: string) =>
    open(client.POST("/api/v1/admin/webhooks/{webhookId}/deliveries/{deliveryId}/resend", { params: { path: { webhookId, deliveryId } } })),
};
