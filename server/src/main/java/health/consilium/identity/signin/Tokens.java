package health.consilium.identity.signin;

import health.consilium.kernel.Secret;
import health.consilium.kernel.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** Bearer secrets of 256 random bits, and the hash under which we remember them. */
final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    static Secret<String> fresh() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** SHA-256 is enough for a secret that nobody can guess. */
    static byte[] hash(String token) {
        return Sha256.of(token);
    }
}
