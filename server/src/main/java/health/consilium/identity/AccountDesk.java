package health.consilium.identity;

import health.consilium.kernel.Secret;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator does with accounts at the command line, beside a server that runs or without one. Nobody is written a mail:
 * the operator hands over the link. A server that runs closes the pages of whoever is switched off within five seconds.
 */
public interface AccountDesk {
    /**
     * An account. Nothing of it is a secret.
     *
     * @param lastSeen when its newest sign-in was used last; null when there is none now
     */
    record Account(
            UUID id,
            String email,
            Role role,
            String name,
            boolean enabled,
            boolean hasPassword,
            boolean secondFactor,
            @Nullable Instant lastSeen) {}

    /** By name; those that are switched off last. */
    List<Account> all();

    /** @throws health.consilium.kernel.Problem EMAIL_TAKEN */
    Account create(String email, Role role, String name, ZoneId zone, String locale);

    /** @throws health.consilium.kernel.Problem NOT_FOUND; LAST_ADMINISTRATOR when nobody would be left to administer */
    Account switchOn(String email, boolean enabled);

    /** Signs the person out everywhere. @throws health.consilium.kernel.Problem NOT_FOUND, LAST_ADMINISTRATOR */
    Account become(String email, Role role);

    /** For whoever lost phone, passkeys and spare codes. Signs the person out everywhere. @throws health.consilium.kernel.Problem NOT_FOUND */
    Account resetSecondFactor(String email);

    /**
     * The token of a link that sets a password once ({@link OneTimeLinks#issueForPassword}); earlier ones stop working.
     *
     * @throws health.consilium.kernel.Problem NOT_FOUND, ACCOUNT_DISABLED
     */
    Secret<String> passwordLink(String email);
}
