package health.consilium.conferencing.jitsi;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.SetupCheck.Found;
import health.consilium.kernel.SetupCheck.State;
import health.consilium.kernel.SetupFinding;
import health.consilium.testing.MutableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A7, A8: the configuration check finds out whether people would come in at a Jitsi of the clinic's own. */
class JitsiCheckTests {
    private static final String GOOD = "domain=meet.clinic.example; app-id=consilium; app-secret=SECRET";
    private static final String WHOLE =
            GOOD + "; reservations-secret=0123456789abcdef01234567; events-secret=0123456789abcdef01234567";
    private static final ScriptProbe A_JITSI = script -> "var JitsiMeetExternalAPI = ";

    private final Clock clock = new MutableClock(Instant.parse("2030-01-07T09:00:00Z"));

    private Found look(String settings, ScriptProbe probe) {
        return new JitsiCheck(JitsiPropertiesTests.bind(settings), probe, clock, false).look();
    }

    @Test
    @DisplayName("H5: a Jitsi that should record cannot, and the operator reads so and what to do")
    void records() {
        Found found = new JitsiCheck(JitsiPropertiesTests.bind(WHOLE), A_JITSI, clock, true).look();
        assertThat(found.finding()).isEqualTo(SetupFinding.JITSI_RECORDS_NOTHING);
        assertThat(found.state()).isEqualTo(State.WARNING);
        assertThat(found.remedy()).contains("consilium.recording.capture=page");
        assertThat(ByTokenCheck.shouldRecord("jitsi", "jitsi", "PROVIDER")).isTrue();
        assertThat(ByTokenCheck.shouldRecord("jitsi", "daily", "provider")).isFalse();
        assertThat(ByTokenCheck.shouldRecord("jitsi", "jitsi", "page")).isFalse();
    }

    @Test
    @DisplayName("A8: key and script are there, and it is said what this does not show")
    void fine() {
        Found found = look(WHOLE, script -> {
            assertThat(script).isEqualTo(URI.create("https://meet.clinic.example/external_api.js"));
            return A_JITSI.read(script);
        });
        assertThat(found.state()).isEqualTo(State.FINE);
        assertThat(found.what()).contains("Prosody");
        assertThat(look(GOOD, A_JITSI).state()).isEqualTo(State.WARNING);
    }

    @Test
    @DisplayName("A8: no Jitsi there, somebody else there, claims that nobody accepts, no key: broken, with what to do")
    void broken() {
        ScriptProbe away = script -> {
            throw new IOException("no");
        };
        for (Found found : new Found[] {
            look(WHOLE, away),
            look(WHOLE, script -> "<html>Welcome</html>"),
            look(WHOLE + "; subject=*", A_JITSI),
            look("domain=meet.clinic.example; app-id=c; algorithm=RS256; key-id=k; private-key=/no/key.pem", A_JITSI)
        }) {
            assertThat(found.state()).isEqualTo(State.BROKEN);
            assertThat(found.remedy()).isNotBlank().doesNotContain("0123456789abcdef");
        }
    }

    @Test
    @DisplayName("A8: without one nothing is looked for; over the network, what is not there is broken")
    void network() {
        assertThat(look("", A_JITSI).state()).isEqualTo(State.NOT_USED);
        JitsiProperties nowhere = JitsiPropertiesTests.bind("domain=localhost:1; app-id=c; app-secret=SECRET");
        assertThat(new JitsiCheck(nowhere, clock, "jitsi", "page").look().state())
                .isEqualTo(State.BROKEN);
    }
}
