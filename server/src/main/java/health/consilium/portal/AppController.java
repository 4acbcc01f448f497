package health.consilium.portal;

import health.consilium.identity.OidcDoor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "app")
@RestController
class AppController {
    private final String name;
    private final boolean demo;
    private final Contact contact;
    private final @Nullable String oidc;
    private final Clock clock;

    AppController(
            @Value("${consilium.name:Consilium}") String name,
            @Value("${consilium.mode:production}") String mode,
            @Value("${consilium.contact-phone:#{null}}") @Nullable String phone,
            @Value("${consilium.contact-email:#{null}}") @Nullable String email,
            @Value("${consilium.booking-url:#{null}}") @Nullable String bookingUrl,
            ObjectProvider<OidcDoor> oidc,
            Clock clock) {
        this.name = name;
        this.demo = "demo".equalsIgnoreCase(mode);
        this.contact = new Contact(phone, email, bookingUrl);
        OidcDoor door = oidc.getIfAvailable();
        this.oidc = door == null ? null : door.name();
        this.clock = clock;
    }

    /**
     * What the page must know before anybody has signed in.
     *
     * @param oidc the name of the account elsewhere that one may sign in with; null: none
     */
    record App(
            String name,
            boolean demo,
            Instant serverTime,
            Contact contact,
            @Nullable String oidc) {}

    /** Where somebody finds help, and a new appointment. */
    record Contact(
            @Nullable String phone,
            @Nullable String email,
            @Nullable String bookingUrl) {}

    @Operation(operationId = "getApp", summary = "The clinic's name and mode; sets the CSRF cookie")
    @GetMapping("/api/v1/app")
    App app() {
        return new App(name, demo, clock.instant(), contact, oidc);
    }
}
