package health.consilium.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import health.consilium.kernel.Secret;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Held to the example of the specification and to the reference library, which takes the time from the system. */
class SigningTests {
    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BODY = "{\"test\": 2432232314}";

    @Test
    @DisplayName("A10: the example of the specification")
    void example() {
        assertThat(Signing.signature(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), BODY, List.of(key(SECRET))))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    @DisplayName(
            "A10: the reference library takes what we sign, with the new and with the old secret, and nothing that was changed")
    void reference() throws WebhookVerificationException {
        String other = Base64.getEncoder().encodeToString(new byte[32]);
        Instant now = Clock.systemUTC().instant();
        HttpHeaders headers =
                headers("evt_1", now, Signing.signature("evt_1", now, BODY, List.of(key(SECRET), key(other))));
        for (String known : List.of(SECRET, other)) {
            Webhook receiver = new Webhook("whsec_" + known);
            assertThatCode(() -> receiver.verify(BODY, headers)).doesNotThrowAnyException();
            assertThatThrownBy(() -> receiver.verify(BODY + " ", headers))
                    .isInstanceOf(WebhookVerificationException.class);
        }
        Instant old = now.minusSeconds(600);
        HttpHeaders late = headers("evt_1", old, Signing.signature("evt_1", old, BODY, List.of(key(SECRET))));
        assertThatThrownBy(() -> new Webhook("whsec_" + SECRET).verify(BODY, late))
                .isInstanceOf(WebhookVerificationException.class);
    }

    private static Secret<byte[]> key(String base64) {
        return Secret.of(Base64.getDecoder().decode(base64));
    }

    private static HttpHeaders headers(String id, Instant at, String signature) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(id),
                        "webhook-timestamp", List.of(String.valueOf(at.getEpochSecond())),
                        "webhook-signature", List.of(signature)),
                (name, value) -> true);
    }
}
