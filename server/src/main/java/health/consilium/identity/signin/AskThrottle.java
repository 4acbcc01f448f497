package health.consilium.identity.signin;

import health.consilium.identity.IdentityProperties;
import health.consilium.identity.UserId;
import health.consilium.kernel.Buckets;
import health.consilium.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often somebody without a sign-in may ask for mails, and how often a confirmation may be tried. */
@Component
public class AskThrottle {
    private static final int MAILS_AN_HOUR = 3;
    private static final int CODES = 10;
    private static final int BIRTHDAYS_A_DAY = 20;

    private final IdentityProperties settings;
    private final Buckets buckets;

    AskThrottle(IdentityProperties settings, Clock clock) {
        this.settings = settings;
        this.buckets = new Buckets(clock);
    }

    /** Silent: an answer would tell who has an account. */
    public boolean mayMail(UserId person) {
        return buckets.named("mail " + person, MAILS_AN_HOUR, Duration.ofHours(1))
                .tryConsume(1);
    }

    /** @throws health.consilium.kernel.Problem TOO_MANY_ATTEMPTS */
    public void asks(String address) {
        pay("ask " + address, settings.attemptsPerAddress(), Duration.ofMinutes(1));
    }

    /**
     * Codes of a second factor.
     *
     * @throws Problem TOO_MANY_ATTEMPTS
     */
    public void codes(UserId person) {
        pay("code " + person, CODES, Duration.ofMinutes(15));
    }

    /**
     * Over all links of a person, so that asking for new ones brings no new guesses.
     *
     * @throws health.consilium.kernel.Problem TOO_MANY_ATTEMPTS
     */
    void confirms(UserId person) {
        pay("birthday " + person, BIRTHDAYS_A_DAY, Duration.ofDays(1));
    }

    /** After the answer, so that how long it takes does not tell anything either. */
    public static void later(Runnable work) {
        Thread.ofVirtual().name("asked for a mail").start(() -> {
            try {
                work.run();
            } catch (Problem nobody) {
                // Nobody to write to: the answer was given already.
            }
        });
    }

    private void pay(String name, int tries, Duration in) {
        long wait =
                buckets.named(name, tries, in).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
        if (wait > 0) {
            throw SignInThrottle.tooMany(wait);
        }
    }
}
