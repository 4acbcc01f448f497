package health.consilium.relay.coturn;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.Secret;
import health.consilium.relay.RelayProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** S20: what coturn is told about whom it may send to. */
class CoturnConfigTests {
    private static final RelayAddresses LAPTOP =
            new RelayAddresses(List.of("127.0.0.1", "192.168.1.4"), List.of("192.168.1.4"));
    private static final RelayAddresses OFFLINE = new RelayAddresses(List.of("127.0.0.1"), List.of("127.0.0.1"));

    @Test
    @DisplayName("S20: by itself it is allowed no private address, its own among them")
    void closed() {
        assertThat(lines(Map.of(), LAPTOP))
                .contains("denied-peer-ip=192.168.0.0-192.168.255.255", "relay-ip=192.168.1.4")
                .noneMatch(line -> line.startsWith("allowed-peer-ip"))
                .doesNotContain("allow-loopback-peers");
    }

    @Test
    @DisplayName("where somebody tries Consilium out, it may send to the address that it gives out, and to no other")
    void itself() {
        Map<String, String> demo = Map.of("consilium.relay.reaches-itself", "true");
        assertThat(lines(demo, LAPTOP))
                .filteredOn(line -> line.startsWith("allow"))
                .containsExactly("allowed-peer-ip=192.168.1.4");
        assertThat(lines(demo, OFFLINE))
                .filteredOn(line -> line.startsWith("allow"))
                .containsExactly("allow-loopback-peers", "allowed-peer-ip=127.0.0.1");
    }

    private static List<String> lines(Map<String, String> settings, RelayAddresses addresses) {
        RelayProperties bound = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("consilium.relay", RelayProperties.class);
        return CoturnConfig.lines(bound, Secret.of("s"), addresses, Optional.empty());
    }
}
