package health.consilium.relay.coturn;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Q1: an address of the relay that the other side cannot reach is a call that finds no way. */
class RelayAddressesTests {

    @ParameterizedTest(name = "{0} gives out {1}")
    @DisplayName("Q1: listens everywhere and gives out what is reached from farthest")
    @CsvSource({
        "127.0.0.1 203.0.113.7, 203.0.113.7",
        "127.0.0.1 203.0.113.7 192.168.1.4 172.17.0.1, 203.0.113.7",
        "127.0.0.1 203.0.113.7 198.51.100.9, 203.0.113.7 198.51.100.9",
        "127.0.0.1 192.168.1.4, 192.168.1.4",
        "127.0.0.1 169.254.8.8 10.0.0.4, 10.0.0.4",
        "127.0.0.1 169.254.8.8, 169.254.8.8",
        "127.0.0.1, 127.0.0.1",
    })
    void farthest(String own, String relayed) throws UnknownHostException {
        RelayAddresses chosen = RelayAddresses.among(addresses(own));
        assertThat(chosen.listening()).containsExactly(own.split(" "));
        assertThat(chosen.relayed()).containsExactly(relayed.split(" "));
    }

    @Test
    @DisplayName("what the clinic names does both")
    void named() throws SocketException {
        List<String> named = List.of("127.0.0.1", "203.0.113.7");
        assertThat(RelayAddresses.of(named)).isEqualTo(new RelayAddresses(named, named));
    }

    @Test
    @DisplayName("this computer's own are found, loopback among those that are listened on")
    void own() throws SocketException {
        RelayAddresses found = RelayAddresses.of(List.of());
        assertThat(found.listening()).contains("127.0.0.1").containsAll(found.relayed());
        assertThat(found.relayed()).isNotEmpty();
    }

    private static List<InetAddress> addresses(String own) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>();
        for (String one : own.split(" ")) {
            addresses.add(InetAddress.getByName(one));
        }
        return addresses;
    }
}
