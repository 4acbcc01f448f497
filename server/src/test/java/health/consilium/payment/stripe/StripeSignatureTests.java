package health.consilium.payment.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import health.consilium.testing.MutableClock;
import health.consilium.testing.StripeStandIn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S13: a notice of Stripe is believed for its signature alone. Signed and judged beside Stripe's own library. */
class StripeSignatureTests {
    private static final Instant NOW = Instant.parse("2030-01-07T09:00:00Z");
    private static final String OLD = "whsec_of_last_year";
    private static final String NEW = "whsec_of_this_year";
    private static final String BODY = "{\"id\":\"evt_1\",\"note\":\"Zoë, 5 €\"}";

    private final MutableClock clock = new MutableClock(NOW);
    private final StripeSignature signature = new StripeSignature(List.of(Secret.of(OLD), Secret.of(NEW)), clock);

    @Test
    @DisplayName("what Stripe signs with either of two secrets holds, and Stripe's library agrees")
    void genuine() throws SignatureVerificationException {
        for (String secret : List.of(OLD, NEW)) {
            String header = signed(BODY, secret, 0);
            holds(header, BODY);
            assertThat(Webhook.Signature.verifyHeader(BODY, header, secret, 300, clock))
                    .isTrue();
        }
    }

    @Test
    @DisplayName("while Stripe changes its secret it sends several signatures; one that holds is enough")
    void severalSignatures() {
        String one = signed(BODY, "whsec_unknown_to_us", 0);
        String other = signed(BODY, NEW, 0);
        holds(one + "," + other.substring(other.indexOf("v1=")), BODY);
        holds(other.replace("v1=", "v0=ignored,v1="), BODY);
    }

    @ParameterizedTest
    @CsvSource({"-301,false", "-300,true", "-299,true", "0,true", "299,true", "300,true", "301,false", "86400,false"})
    @DisplayName("five minutes old or ahead holds, a second more does not: neither old nor from the future")
    void theWindow(long seconds, boolean holds) {
        String header = signed(BODY, NEW, seconds);
        if (holds) {
            holds(header, BODY);
        } else {
            refused(header, BODY);
        }
    }

    @Test
    @DisplayName("Stripe's own library would take what comes from the future; we do not")
    void theFuture() throws SignatureVerificationException {
        String header = signed(BODY, NEW, 86_400);
        assertThat(Webhook.Signature.verifyHeader(BODY, header, NEW, 300, clock))
                .isTrue();
        refused(header, BODY);
    }

    @Test
    @DisplayName("one blank more, another secret or another time, and it does not hold")
    void forged() {
        String header = signed(BODY, NEW, 0);
        refused(header, BODY + " ");
        refused(signed(BODY, "whsec_of_somebody_else", 0), BODY);
        refused(header.replace("t=" + NOW.getEpochSecond(), "t=" + (NOW.getEpochSecond() + 1)), BODY);
        refused(header.replace("v1=", "v0="), BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=", "t=1", "v1=00", "t=x,v1=00", ",,,", "t=99999999999999999999,v1=00", "t=-5,v1=00"})
    @DisplayName("what is no signature at all is refused like a wrong one")
    void nonsense(String header) {
        refused(header, BODY);
    }

    @Test
    @DisplayName("no header is no signature")
    void none() {
        assertThatThrownBy(() -> signature.check(null, BODY.getBytes(UTF_8))).isInstanceOf(Problem.class);
    }

    private static String signed(String body, String secret, long secondsLater) {
        return StripeStandIn.signature(body, secret, NOW.getEpochSecond() + secondsLater);
    }

    private void holds(String header, String body) {
        assertThatCode(() -> signature.check(header, body.getBytes(UTF_8))).doesNotThrowAnyException();
    }

    private void refused(String header, String body) {
        assertThatThrownBy(() -> signature.check(header, body.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.SIGNATURE_REFUSED));
    }
}
