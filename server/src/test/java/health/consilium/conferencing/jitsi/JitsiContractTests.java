package health.consilium.conferencing.jitsi;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.conferencing.ConferencingContract;
import health.consilium.conferencing.jitsi.token.TokenJudge;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.Room;
import health.consilium.testing.MutableClock;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JitsiContractTests extends ConferencingContract {
    private final JitsiProperties settings =
            JitsiPropertiesTests.bind("domain=meet.clinic.example; app-id=consilium; app-secret=SECRET");
    private final JitsiProvider provider = new JitsiProvider(settings, new MutableClock(OPENS));

    @Override
    protected ConferencingProvider provider() {
        return provider;
    }

    @Override
    protected void outage() {
        // Nothing is asked of it before a browser comes there.
    }

    @Override
    protected void backAgain() {
        // It never was away.
    }

    @Override
    protected Opens opens(JoinGrant grant) {
        return opensAJitsi(grant);
    }

    @Override
    protected boolean needsNobody() {
        return true;
    }

    @Override
    protected List<String> secrets() {
        return List.of("0123456789abcdef0123456789abcdef");
    }

    @Test
    @DisplayName("A8: the room's address is the Jitsi's own, and everybody's token comes in there")
    void comesIn() {
        Room room = provider.open(request(ENDS));
        assertThat(room.url()).isEqualTo("https://meet.clinic.example/" + room.name());
        TokenJudge judge = new TokenJudge(settings.signer(), settings.claims());
        for (boolean owner : new boolean[] {true, false}) {
            JoinGrant grant = provider.admit(room, somebody(owner));
            assertThat(judge.refusals(grant.token().reveal(), room.name(), OPENS))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("A8: pages may load its script and show it, and nothing else of it")
    void sources() {
        JitsiSources sources = new JitsiConfiguration().jitsiSources(settings);
        assertThat(sources.scripts()).containsExactly("https://meet.clinic.example/external_api.js");
        assertThat(sources.frames()).containsExactly("https://meet.clinic.example/");
        assertThat(sources.connects()).isEmpty();
    }
}
