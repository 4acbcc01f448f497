package health.consilium.conferencing.jitsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.CannotStart;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.convert.support.DefaultConversionService;

/** Half a Jitsi, before which everybody would stand outside, stops the start, in words that hold no secret. */
public class JitsiPropertiesTests {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app-id=consilium | domain is not",
                "events-secret=0123456789abcdef01234567 | domain is not",
                "domain=https://meet.clinic.example; app-id=c; app-secret=SECRET | no host",
                "domain=meet.clinic.example/x; app-id=c; app-secret=SECRET | no host",
                "domain=Meet.Clinic.Example; app-id=c; app-secret=SECRET | no host",
                "domain=meet.clinic.example; app-secret=SECRET | app-id is not",
                "domain=meet.clinic.example; app-id=*; app-secret=SECRET | app-id is not",
                "domain=meet.clinic.example; app-id=c; app-secret=SECRET; audience=* | one audience",
                "domain=meet.clinic.example; app-id=c | app-secret is not set",
                "domain=meet.clinic.example; app-id=c; app-secret=0123456789abcdef0123456789abcde | shorter than 32",
                "domain=meet.clinic.example; app-id=c; app-secret=SECRET; key-id=k | must not be set with",
                "domain=meet.clinic.example; app-id=c; app-secret=SECRET; algorithm=RS256 | must not be set with",
                "domain=meet.clinic.example; app-id=c; algorithm=RS256; key-id=k | must be set",
                "domain=meet.clinic.example; app-id=c; algorithm=RS256; private-key=x | must be set",
                "domain=meet.clinic.example; app-id=c; app-secret=SECRET; events-secret=short | shorter than 24",
                "domain=meet.clinic.example; app-id=c; app-secret=SECRET; reservations-secret=with blanks in it 0123456789 | shorter than 24"
            })
    @DisplayName("A8: what is missing, left over or too short is said before the first patient finds out")
    void half(String settings, String words) {
        assertThatThrownBy(() -> bind(settings))
                .isInstanceOf(BindException.class)
                .rootCause()
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(words)
                .hasMessageContaining("consilium.conferencing.jitsi.")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    @DisplayName("A8: nothing set is no Jitsi; with what is needed there is one, for its own domain")
    void whole() {
        assertThat(bind("").there()).isFalse();
        JitsiProperties settings = bind("domain=meet.clinic.example:8443; app-id=consilium; app-secret=SECRET");
        assertThat(settings.there()).isTrue();
        assertThat(settings.claims().subject()).isEqualTo("meet.clinic.example");
        assertThat(settings.claims().audience()).isEqualTo("jitsi");
        assertThat(settings.toString()).doesNotContain(SECRET);
        assertThat(bind("domain=meet.clinic.example; app-id=c; app-secret=SECRET; subject=tenant")
                        .claims()
                        .subject())
                .isEqualTo("tenant");
    }

    @Test
    @DisplayName("A8: a key that is no key, or no file, stops the start")
    void noKey() {
        JitsiProperties settings =
                bind("domain=meet.clinic.example; app-id=c; algorithm=RS256; key-id=k; private-key=/no/such.pem");
        assertThatThrownBy(settings::signer).isInstanceOf(CannotStart.class).hasMessageContaining("private-key");
    }

    static JitsiProperties bind(String settings) {
        return bind(settings, "consilium.conferencing.jitsi", JitsiProperties.class);
    }

    /** As the program reads them; "a=b; c=d". */
    public static <T> T bind(String settings, String prefix, Class<T> type) {
        Map<String, String> map = new HashMap<>(Map.of(prefix + ".there-is-no-such-setting", "x"));
        for (String one : settings.isBlank() ? new String[0] : settings.split(";")) {
            String[] pair = one.strip().split("=", 2);
            map.put(prefix + "." + pair[0], pair[1].replace("SECRET", SECRET));
        }
        DefaultConversionService conversions = new DefaultConversionService();
        conversions.addConverter(
                String.class, health.consilium.kernel.Secret.class, health.consilium.kernel.Secret::of);
        return new Binder(java.util.List.of(new MapConfigurationPropertySource(map)), null, conversions, null)
                .bindOrCreate(prefix, org.springframework.boot.context.properties.bind.Bindable.of(type));
    }
}
