package health.consilium.conferencing.jaas;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.conferencing.ConferencingContract;
import health.consilium.conferencing.jitsi.JitsiSources;
import health.consilium.conferencing.jitsi.token.TokenJudge;
import health.consilium.conferencing.spi.CloudRecording;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.Room;
import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.Secret;
import health.consilium.testing.MutableClock;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

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

    @ParameterizedTest
    @CsvSource({"true, provider, true", "true, PROVIDER, true", "true, page, false", "false, provider, false"})
    @DisplayName(
            "H5: the doctor's token may record only where the clinic lets 8x8 record and takes its films; a patient's never")
    void records(boolean films, String capture, boolean may, @TempDir Path data) {
        JaasProperties some = JaasPropertiesTests.bind(JaasPropertiesTests.GOOD + "; recording=" + films);
        FilmStore store = new FilmStore(new DataDirectory(data), name -> Secret.of("0123456789abcdef0123456789abcdef"));
        ConferencingProvider made = new JaasConfiguration().jaasProvider(some, store, new MutableClock(OPENS), capture);
        Room room = made.open(request(ENDS));
        assertThat(recording(made.admit(room, somebody(true).recording(true)))).isEqualTo(String.valueOf(may));
        assertThat(recording(made.admit(room, somebody(false).recording(true)))).isEqualTo("false");
        assertThat(made instanceof CloudRecording).isEqualTo(films);
    }

    private static String recording(JoinGrant grant) {
        String claims = grant.token().reveal().split("\\.", -1)[1];
        return JsonMapper.shared()
                .readTree(Base64.getUrlDecoder().decode(claims))
                .path("context")
                .path("features")
                .path("recording")
                .asString();
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
