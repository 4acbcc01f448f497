package health.consilium.admin.check;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import health.consilium.testing.Clinic;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A7, A12: the configuration check as its page gets it. */
@ServerTest
class CheckOverHttpTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private List<SetupCheck> checks;

    @Test
    @DisplayName("A7: each check answers with a code, and the values that its words have places for")
    void codes() {
        JsonNode all = new Http(port)
                .send("GET", "/api/v1/admin/check", clinic.somebody(Role.ADMIN).token(), null)
                .data();
        assertThat(all).hasSameSizeAs(checks);
        for (JsonNode one : all) {
            SetupFinding finding = SetupFinding.valueOf(one.path("code").asString());
            assertThat(one.path("state").asString()).isEqualTo(finding.state().name());
            assertThat(one.path("what").asString() + one.path("remedy").asString())
                    .as(one.toString())
                    .doesNotContain("{");
        }
    }

    @Test
    @DisplayName("A12: each check has a name in every language")
    void names() throws IOException {
        for (String language : List.of("en", "de", "fr", "es", "ar")) {
            Path file = Path.of("..", "web", "app", "src", "i18n", language, "installation.json");
            JsonNode names = JsonMapper.builder()
                    .build()
                    .readTree(Files.readString(file))
                    .path("installation")
                    .path("name");
            assertThat(names.propertyNames())
                    .as(language)
                    .containsAll(checks.stream().map(SetupCheck::name).toList());
        }
    }
}
