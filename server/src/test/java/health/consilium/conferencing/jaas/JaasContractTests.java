package health.consilium.conferencing.jaas;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.conferencing.ConferencingContract;
import health.consilium.conferencing.jitsi.JitsiSources;
import health.consilium.conferencing.jitsi.token.TokenJudge;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.Room;
import health.consilium.testing.MutableClock;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JaasContractTests extends ConferencingContract {
    private final JaasProperties settings = JaasPropertiesTests.good();
    private final JaasProvider provider = new JaasProvider(settings, true, new MutableClock(OPENS));

    @Override
    protected ConferencingProvider provider() {
        return provider;
    }

    @Override
    protected void outage() {
        // Nothing is asked of it before a browser comes there.
    }

    @Override
    protected boolean needsNobody() {
        return true;
    }

    @Override
    protected List<String> secrets() {
        return List.of(JaasPropertiesTests.pem().substring(40, 90));
    }

    @Test
    @DisplayName("A8: the room is one of our tenant's, and everybody's token comes in there")
    void comesIn() {
        Room room = provider.open(request(ENDS));
        assertThat(room.url()).isEqualTo("https://8x8.vc/" + JaasPropertiesTests.TENANT + "/" + room.name());
        TokenJudge judge = new TokenJudge(settings.signer(), settings.claims(true));
        for (boolean owner : new boolean[] {true, false}) {
            JoinGrant grant = provider.admit(room, somebody(owner));
            assertThat(judge.refusals(grant.token().reveal(), room.name(), OPENS))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("A8: pages may load its script and show it, and nothing else of it")
    void sources() {
        JitsiSources sources = new JaasConfiguration().jaasSources(settings);
        String ours = "https://8x8.vc/" + JaasPropertiesTests.TENANT + "/";
        assertThat(sources.scripts()).containsExactly(ours + "external_api.js");
        assertThat(sources.frames()).containsExactly(ours);
    }
}
