package health.consilium.api;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class OpenApiTests {
    private static final Path COMMITTED = Path.of("..", "docs", "openapi.json");

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("A11: docs/openapi.json is what the server says (OPENAPI_WRITE=true refreshes it)")
    void theDocumentIsCurrent() throws IOException {
        JsonMapper json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        String said = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/v3/api-docs")
                .retrieve()
                .body(String.class);
        Map<?, ?> document = json.readValue(said, Map.class);
        // Where this very run listens, and an order that means nothing.
        document.remove("servers");
        document.remove("tags");
        String current = json.writeValueAsString(document) + "\n";
        if ("true".equals(System.getenv("OPENAPI_WRITE"))) {
            Files.writeString(COMMITTED, current);
        }
        assertThat(Files.readString(COMMITTED))
                .as("the API changed: OPENAPI_WRITE=true ./mvnw -pl server test -Dskip.web=true -Dtest=OpenApiTests")
                .isEqualTo(current);
    }
}
