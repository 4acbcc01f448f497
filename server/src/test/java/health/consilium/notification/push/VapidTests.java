package health.consilium.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import health.consilium.testing.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VapidTests {
    private static final URI ENDPOINT = URI.create("https://push.example/wp/secret-path");
    private final MutableClock clock = new MutableClock(Instant.parse("2030-01-07T09:00:00Z"));

    private Vapid vapid(String secret, @Nullable String email) {
        SecretStore store = name -> Secret.of(name + secret);
        return new Vapid(store, email, clock);
    }

    private static JsonNode claims(Secret<String> header) {
        String token = header.reveal().replaceFirst("vapid t=[^.]+\\.([^.]+)\\..*", "$1");
        return JsonMapper.builder().build().readTree(Base64.getUrlDecoder().decode(token));
    }

    @Test
    @DisplayName("the pair follows from the installation's secret: the same after a restart, another elsewhere")
    void theSameAfterARestart() {
        assertThat(vapid("a", null).publicKey()).isEqualTo(vapid("a", null).publicKey());
        assertThat(vapid("a", null).publicKey()).isNotEqualTo(vapid("b", null).publicKey());
    }

    @Test
    @DisplayName("RFC 8292: the service's origin, twelve hours, and whom to turn to; nothing of the browser's address")
    void claims() {
        JsonNode claims = claims(vapid("a", "help@clinic.example").authorization(ENDPOINT));
        assertThat(claims.path("aud").asString()).isEqualTo("https://push.example");
        assertThat(claims.path("exp").asLong())
                .isEqualTo(clock.instant().plus(Duration.ofHours(12)).getEpochSecond());
        assertThat(claims.path("sub").asString()).isEqualTo("mailto:help@clinic.example");
        assertThat(claims(vapid("a", null).authorization(ENDPOINT)).has("sub")).isFalse();
    }

    @Test
    @DisplayName("a token serves until an hour before its end, and each service has its own")
    void renewed() {
        Vapid vapid = vapid("a", null);
        Secret<String> first = vapid.authorization(ENDPOINT);
        assertThat(first).hasToString("[secret]");
        clock.advance(Duration.ofHours(11).minusMillis(1));
        assertThat(vapid.authorization(ENDPOINT)).isEqualTo(first);
        assertThat(vapid.authorization(URI.create("https://other.example/x"))).isNotEqualTo(first);
        clock.advance(Duration.ofMillis(1));
        assertThat(vapid.authorization(ENDPOINT)).isNotEqualTo(first);
    }
}
