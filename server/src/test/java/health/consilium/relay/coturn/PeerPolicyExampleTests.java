package health.consilium.relay.coturn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PeerPolicyExampleTests {
    private static final String DENIED = "denied-peer-ip=";

    @Test
    @DisplayName("S20: who copies deploy/turnserver.conf denies what our own relay denies")
    void theExampleDeniesTheSame() throws IOException {
        assertThat(Files.readAllLines(Path.of("..", "deploy", "turnserver.conf")))
                .filteredOn(line -> line.startsWith(DENIED))
                .map(line -> line.substring(DENIED.length()))
                .containsExactlyElementsOf(PeerPolicy.DENIED);
    }
}
