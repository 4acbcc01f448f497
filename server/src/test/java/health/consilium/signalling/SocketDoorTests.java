package health.consilium.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.testing.RawSocket;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the socket's address answers before there is a socket. */
@ServerTest
class SocketDoorTests {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({"own, websocket, 101", "https://evil.example, websocket, 403", "own, nothing, 426"})
    @DisplayName("SAFETY 2.5: a handshake, too, is answered with what browsers need to know, also when it is refused")
    void headers(String origin, String upgrade, int status) throws IOException {
        String from = origin.equals("own") ? Socket.ownOrigin(port) : origin;
        try (RawSocket page = RawSocket.knocking(port, from, upgrade)) {
            assertThat(page.answer()).startsWith("HTTP/1.1 " + status);
            assertThat(page.answer())
                    .contains("X-Content-Type-Options: nosniff")
                    .contains("Referrer-Policy: no-referrer")
                    .contains("Content-Security-Policy: default-src 'none'")
                    .contains("X-Frame-Options: DENY");
        }
    }
}
