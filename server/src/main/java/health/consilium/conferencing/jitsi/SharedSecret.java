package health.consilium.conferencing.jitsi;

import health.consilium.kernel.CannotStart;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * What a server beside ours says in the header Authorization, as it stands or after "Bearer". There is no signature: whoever
 * knows it is believed, so it travels by TLS or in the clinic's own network only.
 */
public final class SharedSecret {
    private static final String BEARER = "Bearer ";

    private SharedSecret() {}

    /** @throws CannotStart when it is set and could be guessed or could not travel in a header */
    public static void check(String key, @Nullable Secret<String> secret) {
        if (secret != null && !secret.reveal().matches("[\\x21-\\x7e]{24,256}")) {
            throw new CannotStart(
                    key + " is shorter than 24 characters, or holds some that cannot stand in a header.",
                    "Make one: openssl rand -hex 32");
        }
    }

    /**
     * Takes as long for a wrong one as for the right one.
     *
     * @throws Problem NOT_FOUND when nothing is agreed, SIGNATURE_REFUSED when it is another
     */
    public static void demand(@Nullable Secret<String> agreed, @Nullable String authorization) {
        if (agreed == null) {
            throw new Problem(ErrorCode.NOT_FOUND, "There is no such thing here.");
        }
        String said = authorization == null ? "" : authorization.strip();
        if (said.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            said = said.substring(BEARER.length()).strip();
        }
        if (!MessageDigest.isEqual(
                said.getBytes(StandardCharsets.UTF_8), agreed.reveal().getBytes(StandardCharsets.UTF_8))) {
            throw new Problem(ErrorCode.SIGNATURE_REFUSED, "This request does not carry the secret that was agreed.");
        }
    }
}
