package health.consilium.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** S19: coturn shares its port with whoever is there already, and the half of the packets that goes there is lost. */
@RelayAlone
@ExtendWith(OutputCaptureExtension.class)
class SharedPortTests {
    private static final ServerSocketChannel OTHER = listening();
    private static final int PORT = OTHER.socket().getLocalPort();

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) {
        registry.add("consilium.relay.port", () -> PORT);
    }

    @Autowired
    private IceServers servers;

    @Autowired
    private Clock clock;

    @Test
    @DisplayName("on a port that another relay has, ours is not started nor offered; it starts once the port is free")
    void theOtherOneWasFirst(CapturedOutput output) throws IOException {
        await().atMost(ARelay.UP_WITHIN)
                .until(() -> output.getAll().contains("port " + PORT + " of the relay is taken"));
        assertThat(offered()).isFalse();
        OTHER.close();
        await().atMost(Duration.ofSeconds(20)).until(this::offered);
        assertThat(output.getAll().split("port " + PORT + " of the relay is taken"))
                .hasSize(2);
    }

    private boolean offered() {
        return !servers.grant(ARelay.somebody(), "127.0.0.1", clock.instant())
                .servers()
                .isEmpty();
    }

    /** As coturn does: whoever asks for the same may have the same port. */
    private static ServerSocketChannel listening() {
        try {
            return ServerSocketChannel.open()
                    .setOption(StandardSocketOptions.SO_REUSEPORT, true)
                    .bind(new InetSocketAddress("127.0.0.1", 0));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
