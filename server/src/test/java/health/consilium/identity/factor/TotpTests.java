package health.consilium.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S7: codes of authenticator apps. */
public class TotpTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    @DisplayName("RFC 6238, appendix B: its vectors for SHA-1")
    void vectors(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    @DisplayName("a clock may be one step off, not two")
    void tolerance(int steps, boolean good) {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        String code = Totp.code(SECRET, Totp.step(now) + steps, 6);
        assertThat(Totp.match(SECRET, code, now, 0).isPresent()).isEqualTo(good);
    }

    @Test
    @DisplayName("S7: a step that was used is refused, and every one before it")
    void replay() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long used =
                Totp.match(SECRET, Totp.code(SECRET, Totp.step(now), 6), now, 0).orElseThrow();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, used, 6), now, used)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, used - 1, 6), now, used))
                .isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, used + 1, 6), now, used))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    @DisplayName("RFC 4648, section 10: base 32, without padding")
    void base32(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }

    /** For tests that answer as an app would. */
    public static String codeAt(String base32, Instant now) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (char sign : base32.toCharArray()) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits & 0xff);
            }
        }
        return Totp.code(bytes.toByteArray(), Totp.step(now), 6);
    }
}
