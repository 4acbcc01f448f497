package health.consilium.identity.oidc;

import health.consilium.identity.OidcDoor;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/** Asks the provider how it works when somebody wants to sign in: one that is away does not keep the program from starting. */
@Component
@ConditionalOnProperty("consilium.oidc.issuer")
class LazyClient implements ClientRegistrationRepository, OidcDoor {
    static final String ID = "clinic";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(LazyClient.class);

    private final OidcProperties settings;
    private volatile @Nullable ClientRegistration known;

    LazyClient(OidcProperties settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return ID.equals(id) ? registration().orElse(null) : null;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public boolean answers() {
        return registration().isPresent();
    }

    private Optional<ClientRegistration> registration() {
        ClientRegistration before = known;
        if (before != null) {
            return Optional.of(before);
        }
        try {
            ClientRegistration found = discover(Objects.requireNonNull(settings.issuer()))
                    .registrationId(ID)
                    .clientId(Objects.requireNonNull(settings.clientId()))
                    .clientSecret(
                            Objects.requireNonNull(settings.clientSecret()).reveal())
                    .redirectUri("{baseUrl}/oidc/back/{registrationId}")
                    .scope(settings.scopes())
                    .build();
            known = found;
            return Optional.of(found);
        } catch (RuntimeException | ExecutionException | TimeoutException away) {
            LOG.warn(
                    "the provider of consilium.oidc.issuer does not answer: {}",
                    away.getClass().getSimpleName());
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Somebody waits for it. */
    private static ClientRegistration.Builder discover(String issuer)
            throws ExecutionException, InterruptedException, TimeoutException {
        var asked = new FutureTask<>(() -> ClientRegistrations.fromIssuerLocation(issuer));
        Thread.ofVirtual().name("oidc discovery").start(asked);
        return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
