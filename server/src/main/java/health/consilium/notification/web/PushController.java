package health.consilium.notification.web;

import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import health.consilium.notification.NotificationProperties;
import health.consilium.notification.push.BrowserKeys;
import health.consilium.notification.push.PushServices;
import health.consilium.notification.push.Vapid;
import health.consilium.notification.store.SubscriptionStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which browser is rung when no page is open. A browser is known by its sign-in, so no address stands in a path. */
@Tag(name = "push")
@RestController
@RequestMapping("/api/v1/push")
class PushController {
    private final SubscriptionStore subscriptions;
    private final PushServices services;
    private final Vapid vapid;
    private final NotificationProperties settings;

    PushController(
            SubscriptionStore subscriptions, PushServices services, Vapid vapid, NotificationProperties settings) {
        this.subscriptions = subscriptions;
        this.services = services;
        this.vapid = vapid;
        this.settings = settings;
    }

    record Push(boolean offered, String publicKey) {}

    record BrowserSubscription(
            @NotBlank @Size(max = 2048) String endpoint,
            @NotBlank @Size(max = 100) String p256dh,
            @NotBlank @Size(max = 40) String auth,

            @NotNull @Pattern(regexp = "[a-z]{2}") String language) {
        @Override
        public String toString() {
            return "BrowserSubscription[secret]";
        }
    }

    @Operation(
            operationId = "getPush",
            summary = "Whether the clinic rings by Web Push, and the key a browser subscribes with")
    @GetMapping
    Push push() {
        boolean offered =
                !settings.pushServices().isEmpty() || !settings.pushRehearsal().isEmpty();
        return new Push(offered, vapid.publicKey());
    }

    @Operation(
            operationId = "subscribe",
            summary = "Ring me in this browser also when no page is open; again: replaces it")
    @PutMapping("/subscription")
    Map<String, Object> subscribe(@Valid @RequestBody BrowserSubscription wanted, CurrentUser who) {
        var endpoint = Secret.of(services.accepted(wanted.endpoint()));
        subscriptions.save(who.id(), who.login(), endpoint, keys(wanted), wanted.language());
        return Map.of();
    }

    @Operation(operationId = "unsubscribe", summary = "Do not ring me in this browser when no page is open")
    @DeleteMapping("/subscription")
    Map<String, Object> unsubscribe(CurrentUser who) {
        subscriptions.removeOfLogin(who.login());
        return Map.of();
    }

    private static BrowserKeys keys(BrowserSubscription wanted) {
        try {
            return BrowserKeys.read(wanted.p256dh(), wanted.auth());
        } catch (IllegalArgumentException e) {
            throw new Problem(
                    ErrorCode.INVALID_REQUEST,
                    "This browser's keys could not be read. Please switch the ring off and on again.");
        }
    }
}
