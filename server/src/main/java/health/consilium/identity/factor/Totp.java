package health.consilium.identity.factor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that follow from a secret and the time: RFC 6238 with HMAC-SHA-1, 30 seconds, six digits, as every app has it. */
final class Totp {
    static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;

    /** Clocks of phones are not ours: one step before and after counts as well. */
    private static final int TOLERANCE = 1;

    private Totp() {}

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            int modulus = 1;
            for (int i = 0; i < digits; i++) {
                modulus *= 10;
            }
            return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The step whose code it is, if it is newer than the one used last. */
    static OptionalLong match(byte[] secret, String code, Instant now, long usedLast) {
        long current = step(now);
        OptionalLong found = OptionalLong.empty();
        // Every step is looked at, so that the time that it takes tells nothing.
        for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
            byte[] right = code(secret, step, DIGITS).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            boolean same = MessageDigest.isEqual(right, code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (same && step > usedLast) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }
}
