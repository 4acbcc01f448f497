package health.consilium.conferencing.daily;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.testing.DailySchema;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the other tests of Daily lean on: its schema refuses here what it refuses there. */
class DailySchemaTests {
    private final DailySchema schema = new DailySchema();

    @Test
    @DisplayName("what Daily's documents show as right is right")
    void right() {
        assertThat(room("\"exp\":1900000000,\"enable_recording\":\"cloud\",\"enable_chat\":true"))
                .isEmpty();
        assertThat(schema.request("GET", "/rooms/x/presence", "limit=100", "")).isEmpty();
        assertThat(token("\"room_name\":\"x\",\"is_owner\":true")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"hipaa\":true",
                "\"owner_only_broadcast\":true",
                "\"exp\":\"1900000000\"",
                "\"exp\":1900000000000",
                "\"enable_recording\":false",
                "\"enable_recording\":\"rtp-tracks\"",
                "\"geo\":null",
                "\"enableChat\":true"
            })
    @DisplayName("a property that Daily refused when it was tried is refused here")
    void refusedProperties(String property) {
        assertThat(room(property)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"room\":\"x\"", "\"is_owner\":\"true\"", "\"exp\":1900000000000"})
    @DisplayName("so is a claim of a token")
    void refusedClaims(String claim) {
        assertThat(token(claim)).isNotEmpty();
    }

    @Test
    @DisplayName("unknown paths, methods, parameters and events are refused")
    void unknown() {
        assertThat(schema.request("PUT", "/rooms", "", "{}")).isNotEmpty();
        assertThat(schema.request("GET", "/nothing", "", "")).isNotEmpty();
        assertThat(schema.request("GET", "/rooms/x/presence", "Limit=100", "")).isNotEmpty();
        assertThat(schema.request("GET", "/rooms/x/presence", "limit=many", "")).isNotEmpty();
        assertThat(schema.request("DELETE", "/rooms/x", "", "{}")).isNotEmpty();
        assertThat(schema.request("POST", "/webhooks", "", "{\"eventTypes\":[\"participant.slept\"]}"))
                .isNotEmpty();
    }

    private List<String> room(String property) {
        return schema.request("POST", "/rooms", "", "{\"properties\":{" + property + "}}");
    }

    private List<String> token(String claim) {
        return schema.request("POST", "/meeting-tokens", "", "{\"properties\":{" + claim + "}}");
    }
}
