package health.consilium.conferencing.jaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.conferencing.jitsi.JitsiPropertiesTests;
import health.consilium.conferencing.jitsi.ScriptProbe;
import health.consilium.conferencing.jitsi.token.Forge;
import health.consilium.kernel.CannotStart;
import health.consilium.kernel.SetupCheck.Found;
import health.consilium.kernel.SetupCheck.State;
import health.consilium.kernel.SetupFinding;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;

/** Half a JaaS stops the start; a whole one is looked at by the configuration check (A7, A8). */
class JaasPropertiesTests {
    static final String TENANT = ServerTest.JAAS_TENANT;
    static final String GOOD = "app-id=" + TENANT + "; key-id=ab12cd; private-key=PEM";
    private static final ScriptProbe A_JITSI = script -> "var JitsiMeetExternalAPI = ";

    private final Clock clock = new MutableClock(Instant.parse("2030-01-07T09:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key-id=ab12cd | app-id is not",
                "webhook-secret=0123456789abcdef01234567 | app-id is not",
                "app-id=my-app; key-id=ab12cd; private-key=PEM | no AppID",
                "app-id=vpaas-magic-cookie-0123456789abcdef; private-key=PEM | key-id is not",
                "app-id=vpaas-magic-cookie-0123456789abcdef; key-id=ab12cd | private-key or",
                "app-id=vpaas-magic-cookie-0123456789abcdef; key-id=vpaas-magic-cookie-of-others/ab; private-key=PEM | another AppID",
                "app-id=vpaas-magic-cookie-0123456789abcdef; key-id=ab12cd; private-key=PEM; webhook-secret=short | shorter than 24",
                "app-id=vpaas-magic-cookie-0123456789abcdef; key-id=ab12cd; private-key=PEM; recording-hosts=* | no host",
                "app-id=vpaas-magic-cookie-0123456789abcdef; key-id=ab12cd; private-key=PEM; recording-hosts=https://x.example | no host"
            })
    @DisplayName("A8: what is missing or of somebody else is said before the first patient finds out")
    void half(String settings, String words) {
        assertThatThrownBy(() -> bind(settings))
                .isInstanceOf(BindException.class)
                .rootCause()
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(words)
                .hasMessageContaining("consilium.conferencing.jaas.");
    }

    @Test
    @DisplayName("A8: the key's name may be written with its tenant or without; nothing set is no JaaS")
    void whole() {
        assertThat(bind("").there()).isFalse();
        assertThat(good().claims(false).subject()).isEqualTo(TENANT);
        assertThat(look(
                                GOOD.replace("ab12cd", TENANT + "/ab12cd")
                                        + "; webhook-secret=0123456789abcdef01234567; recording=true",
                                A_JITSI)
                        .state())
                .isEqualTo(State.FINE);
        assertThat(good().toString()).doesNotContain(pem().substring(40, 90));
    }

    @Test
    @DisplayName("A8: the configuration check: fine, half, broken and not used")
    void check() {
        assertThat(look(GOOD, A_JITSI).finding()).isEqualTo(SetupFinding.JITSI_RECORDS_NOTHING);
        Found half = look(GOOD + "; recording=true", script -> {
            assertThat(script).isEqualTo(URI.create("https://8x8.vc/" + TENANT + "/external_api.js"));
            return A_JITSI.read(script);
        });
        assertThat(half.finding()).isEqualTo(SetupFinding.JAAS_TELLS_LITTLE);
        assertThat(look(GOOD, script -> "no").state()).isEqualTo(State.BROKEN);
        assertThat(look(GOOD, script -> {
                            throw new IOException("away");
                        })
                        .state())
                .isEqualTo(State.BROKEN);
        assertThat(look(GOOD.replace("PEM", "/no/such.pem"), A_JITSI).state()).isEqualTo(State.BROKEN);
        assertThat(look("", A_JITSI).state()).isEqualTo(State.NOT_USED);
    }

    private Found look(String settings, ScriptProbe probe) {
        return new JaasCheck(bind(settings), probe, clock, true).look();
    }

    static JaasProperties good() {
        return bind(GOOD);
    }

    static JaasProperties bind(String settings) {
        return JitsiPropertiesTests.bind(
                settings.replace("PEM", pem()), "consilium.conferencing.jaas", JaasProperties.class);
    }

    static String pem() {
        return Forge.pem();
    }
}
