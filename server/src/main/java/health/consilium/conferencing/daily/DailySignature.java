package health.consilium.conferencing.daily;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Header X-Webhook-Signature: base64 of HMAC-SHA256 over {@code X-Webhook-Timestamp + "." + body}, the key being the decoded
 * secret. What is more than five minutes old is refused, and so is what comes from the future.
 */
final class DailySignature {
    static final Duration WINDOW = Duration.ofSeconds(300);
    private static final String ALGORITHM = "HmacSHA256";
    /** Seconds need ten digits until the year 2286; what has thirteen counts milliseconds. */
    private static final int DIGITS_OF_MILLIS = 13;

    private final Secret<String> secret;
    private final Clock clock;

    /** @param secret in base64 */
    DailySignature(Secret<String> secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** @throws Problem SIGNATURE_REFUSED */
    void check(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        if (timestamp == null
                || signature == null
                || !timestamp.matches("[0-9]{10}|[0-9]{13}")
                || !isSigned(timestamp, signature, body)
                || !isOfNow(timestamp)) {
            throw new Problem(
                    ErrorCode.SIGNATURE_REFUSED,
                    "The signature of this notice does not hold, or it is not of the last five minutes.");
        }
    }

    private boolean isOfNow(String timestamp) {
        long number = Long.parseLong(timestamp);
        Instant sent =
                timestamp.length() == DIGITS_OF_MILLIS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        return Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) <= 0;
    }

    private boolean isSigned(String timestamp, String signature, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.reveal()), ALGORITHM));
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            byte[] expected = Base64.getEncoder().encode(mac.doFinal(body));
            return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
