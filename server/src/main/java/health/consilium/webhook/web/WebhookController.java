package health.consilium.webhook.web;

import health.consilium.identity.CurrentUser;
import health.consilium.webhook.WebhookEvent;
import health.consilium.webhook.store.Attempt;
import health.consilium.webhook.store.Delivery;
import health.consilium.webhook.store.Delivery.Status;
import health.consilium.webhook.store.Endpoint;
import health.consilium.webhook.store.Endpoint.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A10: administrators say which of the clinic's systems are told what, and see whether it arrived. */
@Tag(name = "webhooks")
@RestController
@RequestMapping("/api/v1/admin/webhooks")
class WebhookController {
    private final WebhookDesk desk;

    WebhookController(WebhookDesk desk) {
        this.desk = desk;
    }

    /** @param types what can be subscribed to */
    record WebhooksJson(List<WebhookJson> webhooks, List<String> types) {}

    /** @param failingSince since when nothing has arrived */
    record WebhookJson(
            UUID id,
            String url,
            String description,
            List<String> events,
            State state,
            @Nullable Instant failingSince,
            int failures,
            Instant createdAt) {
        static WebhookJson of(Endpoint endpoint) {
            return new WebhookJson(
                    endpoint.id(),
                    endpoint.url(),
                    endpoint.description(),
                    endpoint.events(),
                    endpoint.state(),
                    endpoint.failingSince(),
                    endpoint.failures(),
                    endpoint.createdAt());
        }
    }

    record WebhookBody(
            @NotBlank @Size(max = 2000) String url,
            @NotNull @Size(max = 200) String description,
            @NotEmpty @Size(max = 50) Set<@NotNull String> events) {}

    /** @param secret shown now and never again */
    record NewWebhookJson(WebhookJson webhook, String secret) {}

    record WebhookSecretJson(String secret) {}

    record Switch(boolean on) {}

    record DeliveryJson(
            UUID id,
            String messageId,
            String type,
            String body,
            Status status,
            Instant createdAt,
            @Nullable Instant nextAt,
            List<AttemptJson> attempts) {
        static DeliveryJson of(Delivery delivery, List<Attempt> attempts) {
            return new DeliveryJson(
                    delivery.id(),
                    delivery.messageId(),
                    delivery.type(),
                    delivery.body(),
                    delivery.status(),
                    delivery.createdAt(),
                    delivery.status() == Status.PENDING ? delivery.nextAt() : null,
                    attempts.stream()
                            .map(one -> new AttemptJson(one.at(), one.status(), one.problem(), one.millis()))
                            .toList());
        }
    }

    /** @param status of HTTP; 0: no answer, and {@code problem} says why */
    record AttemptJson(Instant at, int status, @Nullable String problem, int millis) {}

    @Operation(operationId = "listWebhooks", summary = "Administrators: which systems are told what")
    @GetMapping
    WebhooksJson list() {
        return new WebhooksJson(desk.all().stream().map(WebhookJson::of).toList(), WebhookEvent.types());
    }

    @Operation(operationId = "addWebhook", summary = "Administrators: a new receiver; the answer shows its secret once")
    @PostMapping
    NewWebhookJson add(@Valid @RequestBody WebhookBody body, CurrentUser who) {
        var added = desk.add(body.url(), body.description(), body.events(), who);
        return new NewWebhookJson(
                WebhookJson.of(added.endpoint()), added.secret().reveal());
    }

    @Operation(
            operationId = "changeWebhook",
            summary = "Administrators: another address, description or choice of events")
    @PutMapping("/{webhookId}")
    WebhookJson change(@PathVariable UUID webhookId, @Valid @RequestBody WebhookBody body, CurrentUser who) {
        return WebhookJson.of(desk.change(webhookId, body.url(), body.description(), body.events(), who));
    }

    @Operation(operationId = "switchWebhook", summary = "Administrators: on or off; on sends what waits")
    @PutMapping("/{webhookId}/state")
    WebhookJson turn(@PathVariable UUID webhookId, @Valid @RequestBody Switch body, CurrentUser who) {
        return WebhookJson.of(desk.turn(webhookId, body.on(), who));
    }

    @Operation(operationId = "deleteWebhook", summary = "Administrators: the receiver and its deliveries go")
    @DeleteMapping("/{webhookId}")
    Map<String, Object> delete(@PathVariable UUID webhookId, CurrentUser who) {
        desk.delete(webhookId, who);
        return Map.of();
    }

    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Administrators: a new secret, shown once; the old one signs along for a day")
    @PostMapping("/{webhookId}/secret")
    WebhookSecretJson rotate(@PathVariable UUID webhookId, CurrentUser who) {
        return new WebhookSecretJson(desk.rotate(webhookId, who).reveal());
    }

    @Operation(operationId = "testWebhook", summary = "Administrators: sends webhook.test to this receiver")
    @PostMapping("/{webhookId}/test")
    DeliveryJson test(@PathVariable UUID webhookId, CurrentUser who) {
        return DeliveryJson.of(desk.test(webhookId, who), List.of());
    }

    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "Administrators: what was sent, the newest first, with every attempt")
    @GetMapping("/{webhookId}/deliveries")
    List<DeliveryJson> deliveries(
            @PathVariable UUID webhookId, @RequestParam(required = false) @Nullable Instant before) {
        return desk.deliveries(webhookId, before).entrySet().stream()
                .map(one -> DeliveryJson.of(one.getKey(), one.getValue()))
                .toList();
    }

    @Operation(operationId = "resendWebhookDelivery", summary = "Administrators: sends it once more, under the same id")
    @PostMapping("/{webhookId}/deliveries/{deliveryId}/resend")
    DeliveryJson resend(@PathVariable UUID webhookId, @PathVariable UUID deliveryId, CurrentUser who) {
        return DeliveryJson.of(desk.resend(webhookId, deliveryId, who), List.of());
    }
}
