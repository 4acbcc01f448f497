package health.consilium;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.testing.ServerTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

@ServerTest
class ServerStartsTests {
    @LocalServerPort
    private int port;

    @Autowired
    private java.time.Clock clock;

    @Test
    @DisplayName("the server starts, is ready and speaks the envelope")
    void theServerStarts() {
        RestClient client = RestClient.create("http://127.0.0.1:" + port);
        assertThat(client.get().uri("/actuator/health/readiness").retrieve().body(String.class))
                .contains("UP");
        assertThat(client.get().uri("/api/v1/app").retrieve().body(String.class))
                .contains(
                        "\"success\":true",
                        "\"statusCode\":200",
                        clock.instant().toString());
    }
}
