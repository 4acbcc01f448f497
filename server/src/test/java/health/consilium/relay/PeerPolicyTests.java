package health.consilium.relay;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.relay.probe.Family;
import health.consilium.relay.probe.PeerProbe;
import health.consilium.relay.probe.Seen;
import health.consilium.relay.probe.TurnUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** S20: a real coturn, started as the server starts it, asked by a stranger with a good credential. */
@TestPropertySource(properties = "consilium.relay.listen-addresses=127.0.0.1,::1")
class PeerPolicyTests extends ARelay {
    @Test
    @DisplayName(
            "the relay never sends into the clinic's network, under whatever name; the way to the internet is free")
    void everyPeerOfTheTable() throws IOException {
        List<Seen> seen = probe();
        assertThat(seen).filteredOn(Seen::wrong).isEmpty();
        // Otherwise nothing would have been asked: IPv6 peers are refused to IPv4 allocations for being of another
        // family.
        assertThat(seen)
                .filteredOn(one -> !one.peer().refused() && one.granted())
                .extracting(Seen::allocation)
                .containsExactly(Family.IPV4, Family.IPV6);
    }

    private List<Seen> probe() throws IOException {
        var relay = relay(servers, somebody(), clock.instant().plus(Duration.ofMinutes(5)));
        return new PeerProbe(
                        TurnUrl.of("turn:127.0.0.1:" + PORT + "?transport=tcp"),
                        Objects.requireNonNull(relay.username()),
                        Objects.requireNonNull(relay.credential()).reveal())
                .all();
    }
}
