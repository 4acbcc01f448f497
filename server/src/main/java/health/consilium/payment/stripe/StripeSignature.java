package health.consilium.payment.stripe;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Header Stripe-Signature: {@code t=<seconds>,v1=<hex HMAC-SHA256 of t.body>}, with several v1 while a secret is changed.
 * Older than five minutes is refused, and, other than in Stripe's own library, so is what comes from the future.
 */
final class StripeSignature {
    static final long TOLERANCE_SECONDS = 300;
    private static final String ALGORITHM = "HmacSHA256";

    private final List<Secret<String>> secrets;
    private final Clock clock;

    StripeSignature(List<Secret<String>> secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @throws Problem SIGNATURE_REFUSED */
    void check(@Nullable String header, byte[] body) {
        String time = "";
        List<String> signatures = new ArrayList<>();
        for (String part : header == null ? new String[0] : header.split(",", -1)) {
            String[] field = part.strip().split("=", 2);
            if (field.length == 2 && field[0].equals("t")) {
                time = field[1];
            } else if (field.length == 2 && field[0].equals("v1")) {
                signatures.add(field[1]);
            }
        }
        if (!time.matches("[0-9]{1,12}") || !isSigned(time, signatures, body) || !isOfNow(Long.parseLong(time))) {
            throw new Problem(
                    ErrorCode.SIGNATURE_REFUSED,
                    "The signature of this notice does not hold, or it is not of the last five minutes.");
        }
    }

    private boolean isOfNow(long time) {
        return Math.abs(clock.instant().getEpochSecond() - time) <= TOLERANCE_SECONDS;
    }

    private boolean isSigned(String time, List<String> signatures, byte[] body) {
        boolean signed = false;
        for (Secret<String> secret : secrets) {
            byte[] expected = hmac(secret, time, body).getBytes(StandardCharsets.US_ASCII);
            for (String signature : signatures) {
                signed |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
            }
        }
        return signed;
    }

    private static String hmac(Secret<String> secret, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
