package health.consilium.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MosTests {
    private static final Path TABLE = Path.of("..", "protocol", "quality", "mos.json");

    @TestFactory
    @DisplayName("Q6: the golden table, which the browser's MOS is held to as well")
    Stream<DynamicTest> goldenTable() {
        JsonNode table = JsonMapper.builder().build().readTree(TABLE);
        assertThat(table.size()).isGreaterThan(10);
        return StreamSupport.stream(table.spliterator(), false)
                .map(row -> DynamicTest.dynamicTest(
                        row.path("what").asString(),
                        () -> assertThat(Mos.of(
                                        row.path("rtt").asDouble(),
                                        number(row, "jitterBuffer"),
                                        row.path("loss").asDouble(),
                                        number(row, "concealed")))
                                .isCloseTo(row.path("mos").asDouble(), within(0.00005))));
    }

    @Test
    @DisplayName("Q6: more delay and more loss never sound better")
    void monotone() {
        for (double loss = 0; loss < 1; loss += 0.01) {
            assertThat(Mos.of(100, 60.0, loss + 0.01, null)).isLessThanOrEqualTo(Mos.of(100, 60.0, loss, null));
        }
        for (double rtt = 0; rtt < 3_000; rtt += 10) {
            assertThat(Mos.of(rtt + 10, 60.0, 0, null)).isLessThanOrEqualTo(Mos.of(rtt, 60.0, 0, null));
        }
    }

    private static @Nullable Double number(JsonNode row, String name) {
        return row.path(name).isNumber() ? row.path(name).asDouble() : null;
    }
}
