package health.consilium.conferencing.daily;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import health.consilium.testing.FakeDaily;
import health.consilium.testing.MutableClock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A8: a notice of Daily is believed for its signature alone. */
class DailySignatureTests {
    private static final Instant NOW = Instant.parse("2030-01-07T09:00:00Z");
    private static final String OTHER = "b3RoZXJvdGhlcm90aGVyb3RoZXJvdGhlcm90aGVyMDE=";
    private static final String BODY = "{\"type\":\"participant.joined\",\"note\":\"Zoë\"}";

    private final DailySignature signature = new DailySignature(Secret.of(FakeDaily.SECRET), new MutableClock(NOW));

    @Test
    @DisplayName("base64 of HMAC-SHA256 over timestamp, dot and body, with the decoded secret")
    void known() {
        // openssl: printf '%s' '1893488400.{}' | openssl dgst -sha256 -mac HMAC -macopt
        // key:01234567890123456789012345678901 -binary | base64
        String time = "1893488400";
        assertThat(Instant.ofEpochSecond(Long.parseLong(time)).toString()).startsWith("2030-01-01");
        DailySignature then = new DailySignature(
                Secret.of(FakeDaily.SECRET), new MutableClock(Instant.ofEpochSecond(Long.parseLong(time))));
        assertThatCode(() -> then.check(time, "Lls2KB/sqAuGM8zByh7FpRc7STnSMetzQNEI1aRaYTA=", "{}".getBytes(UTF_8)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "-300001,false",
        "-300000,true",
        "-299999,true",
        "0,true",
        "299999,true",
        "300000,true",
        "300001,false",
        "86400000,false"
    })
    @DisplayName("five minutes old or ahead holds, a millisecond more does not: neither old nor from the future")
    void theWindowInMillis(long millis, boolean holds) {
        window(String.valueOf(NOW.toEpochMilli() + millis), holds);
    }

    @ParameterizedTest
    @CsvSource({"-301,false", "-300,true", "-299,true", "0,true", "299,true", "300,true", "301,false"})
    @DisplayName("in seconds, too")
    void theWindowInSeconds(long seconds, boolean holds) {
        window(String.valueOf(NOW.getEpochSecond() + seconds), holds);
    }

    @Test
    @DisplayName("one blank more, another secret or another time, and it does not hold")
    void forged() {
        String time = String.valueOf(NOW.getEpochSecond());
        String good = FakeDaily.signature(time, BODY, FakeDaily.SECRET);
        refused(time, good, BODY + " ");
        refused(time, FakeDaily.signature(time, BODY, OTHER), BODY);
        refused(String.valueOf(NOW.getEpochSecond() + 1), good, BODY);
        refused(time, good.toLowerCase(Locale.ROOT), BODY);
        refused(time, good + "=", BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1893488400",
                "99999999999999999999",
                "189348840O",
                "1893488400.0",
                "2030-01-07T09:00:00Z"
            })
    @DisplayName("a time that is none is refused, signed or not")
    void strangeTimes(String time) {
        refused(time, FakeDaily.signature(time, BODY, FakeDaily.SECRET), BODY);
    }

    @Test
    @DisplayName("no header is no signature")
    void none() {
        String time = String.valueOf(NOW.getEpochSecond());
        refused(null, FakeDaily.signature(time, BODY, FakeDaily.SECRET), BODY);
        refused(time, null, BODY);
        refused(time, "", BODY);
        refused(null, null, BODY);
    }

    private void window(String time, boolean holds) {
        String signed = FakeDaily.signature(time, BODY, FakeDaily.SECRET);
        if (holds) {
            assertThatCode(() -> signature.check(time, signed, BODY.getBytes(UTF_8)))
                    .doesNotThrowAnyException();
        } else {
            refused(time, signed, BODY);
        }
    }

    private void refused(@Nullable String time, @Nullable String signed, String body) {
        assertThatThrownBy(() -> signature.check(time, signed, body.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.SIGNATURE_REFUSED));
    }
}
