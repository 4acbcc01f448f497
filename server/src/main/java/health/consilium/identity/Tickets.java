package health.consilium.identity;

import health.consilium.kernel.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Single-use tickets that open a signalling connection (SAFETY S2): bound to one person and, for a call, to one
 * consultation; valid for 30 s; worth nothing the second time.
 */
public interface Tickets {
    /** @param consultation the consultation the ticket admits to, or null for a lobby session */
    Issued issue(CurrentUser holder, @Nullable UUID consultation);

    /** Redeems once; empty when unknown, used, expired, or the holder is signed out or disabled. */
    Optional<Holder> redeem(String ticket);

    record Issued(Secret<String> ticket, Instant expiresAt) {}

    /** @param login names the sign-in the ticket came from, so that signing out can close its sockets (S3) */
    record Holder(CurrentUser user, @Nullable UUID consultation, UUID login) {}
}
