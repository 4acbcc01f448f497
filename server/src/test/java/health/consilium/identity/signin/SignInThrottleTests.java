package health.consilium.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.identity.IdentityProperties;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Guessing is slow; signing in is not. */
class SignInThrottleTests {
    private static final int PER_ACCOUNT = 10;
    private static final int PER_ADDRESS = 25;

    private final MutableClock clock = new MutableClock(Instant.parse("2030-01-07T09:00:00Z"));
    private final SignInThrottle throttle = new SignInThrottle(
            new IdentityProperties(
                    Duration.ofMinutes(15), Duration.ofHours(12), Duration.ofHours(8), PER_ACCOUNT, PER_ADDRESS, null),
            clock);

    @Test
    @DisplayName("a try is paid before the password is looked at, so a crowd at once cannot pass together")
    void paidInAdvance() {
        tries(PER_ACCOUNT, "a@x.example", "192.0.2.1");
        refused("a@x.example", "192.0.2.1");
        refused("A@X.example", "192.0.2.2");
        passes("b@x.example", "192.0.2.1");
    }

    @Test
    @DisplayName("a right password gets its try back: signing in all day is no reason to wait")
    void rightPasswordsAreFree() {
        for (int i = 0; i < 10 * PER_ACCOUNT; i++) {
            throttle.pay("a@x.example", "192.0.2.1");
            throttle.giveBack("a@x.example", "192.0.2.1");
        }
        passes("a@x.example", "192.0.2.1");
    }

    @Test
    @DisplayName("one address cannot try one password on many accounts, and accounts are not charged for its refusals")
    void byAddress() {
        for (int i = 0; i < PER_ADDRESS; i++) {
            throttle.pay("person" + i + "@x.example", "192.0.2.1");
        }
        for (int i = 0; i < 2 * PER_ACCOUNT; i++) {
            refused("victim@x.example", "192.0.2.1");
        }
        tries(PER_ACCOUNT, "victim@x.example", "192.0.2.2");
    }

    @Test
    @DisplayName("the told wait is enough")
    void waiting() {
        tries(PER_ACCOUNT, "a@x.example", "192.0.2.1");
        assertThatThrownBy(() -> throttle.pay("a@x.example", "192.0.2.1"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
                    long seconds =
                            Long.parseLong(String.valueOf(problem.details().get("retryAfterSeconds")));
                    assertThat(seconds).isBetween(1L, 60L);
                    clock.advance(Duration.ofSeconds(seconds));
                });
        passes("a@x.example", "192.0.2.1");
    }

    private void tries(int count, String email, String address) {
        for (int i = 0; i < count; i++) {
            passes(email, address);
        }
    }

    private void passes(String email, String address) {
        assertThatCode(() -> throttle.pay(email, address)).doesNotThrowAnyException();
    }

    private void refused(String email, String address) {
        assertThatThrownBy(() -> throttle.pay(email, address)).isInstanceOf(Problem.class);
    }
}
