package health.consilium.payment.hook;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import health.consilium.payment.spi.NoticeHeaders;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Standard Webhooks: {@code v1,<base64 HMAC-SHA256 of id.timestamp.body>}, several with spaces between, five minutes. */
final class HookSignature {
    static final long TOLERANCE_SECONDS = 300;
    private static final String ALGORITHM = "HmacSHA256";

    private final List<Secret<String>> secrets;
    private final Clock clock;

    HookSignature(List<Secret<String>> secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @return the notice's own name */
    String check(NoticeHeaders headers, byte[] body) {
        String id = text(headers.get("webhook-id"));
        String time = text(headers.get("webhook-timestamp"));
        String signatures = text(headers.get("webhook-signature"));
        boolean holds = id.matches("\\S{1,200}")
                && time.matches("[0-9]{1,12}")
                && isSigned(id + "." + time + ".", signatures, body)
                && isOfNow(Long.parseLong(time));
        if (!holds) {
            throw new Problem(
                    ErrorCode.SIGNATURE_REFUSED,
                    "The signature of this notice does not hold, or it is not of the last five minutes.");
        }
        return id;
    }

    private boolean isOfNow(long time) {
        return Math.abs(clock.instant().getEpochSecond() - time) <= TOLERANCE_SECONDS;
    }

    private boolean isSigned(String before, String signatures, byte[] body) {
        boolean signed = false;
        for (Secret<String> secret : secrets) {
            byte[] expected = ("v1," + hmac(secret, before, body)).getBytes(UTF_8);
            for (String signature : signatures.split(" ", -1)) {
                signed |= MessageDigest.isEqual(expected, signature.getBytes(UTF_8));
            }
        }
        return signed;
    }

    private static String hmac(Secret<String> secret, String before, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HookProperties.bytes(secret), ALGORITHM));
            mac.update(before.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }
}
